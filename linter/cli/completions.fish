# Completions of medlint for fish, printed by "medlint completions fish".

function __medlint_completions
    set -l typed (commandline -opc)
    set -l current (commandline -ct)
    for line in ($typed[1] completions words -- $typed[2..] "$current" 2>/dev/null)
        switch $line
            case ':files' ':folders'
                # Of "--config=FILE" the path begins after the "=".
                set -l flag (string match -r -- '^-.*=' "$current")
                set -l begin (string replace -r -- '^-.*=' '' "$current")
                for path in (complete -C "'' $begin" | string replace -r '\t.*' '')
                    if test "$line" = ':files' -o -d "$path"
                        echo -- "$flag$path"
                    end
                end
            case '*'
                echo -- $line
        end
    end
end
complete -c medlint -f -a '(__medlint_completions)'
