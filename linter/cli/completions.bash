# Completions of medlint for bash, printed by "medlint completions bash".
# shellcheck shell=bash

_medlint() {
  local words=() word before='' cur prefix='' line paths='' i
  # Bash has taken words apart at "=" and ":"; medlint gets them whole.
  for ((i = 1; i <= COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    if ((i > 1)) && [[ $word == [=:]* || $before == *[=:] ]]; then
      words[${#words[@]} - 1]+=$word
    else
      words+=("$word")
    fi
    before=$word
  done
  # As typed, they may be quoted.
  words=("${words[@]//[\\\'\"]/}")
  cur=${words[${#words[@]} - 1]}
  # It puts in only what comes after the last "=" or ":".
  if [[ $cur == *[=:]* ]]; then prefix=${cur%"${cur##*[=:]}"}; fi

  COMPREPLY=()
  while IFS= read -r line; do
    case $line in
      :*) paths=$line ;;
      *)
        word=${line%%$'\t'*}
        printf -v word %q "${word#"$prefix"}"
        COMPREPLY+=("$word") ;;
    esac
  done < <("$1" completions words -- "${words[@]}" 2>/dev/null)
  if [[ -n $paths ]]; then
    compopt -o filenames
    local kind=-f
    if [[ $paths == :folders ]]; then kind=-d; fi
    while IFS= read -r line; do
      COMPREPLY+=("$line")
    done < <(compgen "$kind" -- "${cur#"$prefix"}")
  fi
}
complete -F _medlint medlint
