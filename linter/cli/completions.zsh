#compdef medlint
# Completions of medlint for zsh, printed by "medlint completions zsh".

_medlint() {
  local line paths
  local -a typed found shown
  typed=("${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}")
  for line in "${(@f)$($words[1] completions words -- "$typed[@]" 2>/dev/null)}"
  do
    case $line in
      '') ;;
      :*) paths=$line ;;
      *)
        found+=("${line%%$'\t'*}")
        shown+=("${line/$'\t'/  -- }") ;;
    esac
  done
  if (( $#found )); then compadd -l -d shown -a found; fi
  case $paths in
    :files) compset -P '-*='; _files ;;
    :folders) compset -P '-*='; _files -/ ;;
  esac
}

if [[ $funcstack[1] == _medlint ]]; then _medlint "$@"; else compdef _medlint medlint; fi
