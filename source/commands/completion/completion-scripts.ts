/**
 * What the shells need to complete `roster`: each hands the words so far to `roster complete` and offers its answer, so
 * that a new version, and a new queue, are known at once.
 */
export const completionScripts = {
  bash: String.raw`# bash completion for roster. Try it: source <(roster completion bash)
# Keep it: roster completion bash > ~/.local/share/bash-completion/completions/roster
_roster() {
  local word piece quote= line candidate before=
  local -a words=()
  COMPREPLY=()
  # bash takes words apart at =, : and @; they are put together again.
  for ((piece = 1; piece <= COMP_CWORD; piece++)); do
    word=${'$'}{COMP_WORDS[piece]}
    if [[ ${'$'}{#words[@]} -gt 0 && ( $word == [=:@]* || ${'$'}{COMP_WORDS[piece - 1]} == [=:@] ) ]]; then
      words[-1]+=$word
    else
      words+=("$word")
    fi
  done
  [[ ${'$'}{#words[@]} -gt 0 ]] || words=('')
  word=${'$'}{words[-1]}
  piece=${'$'}{COMP_WORDS[COMP_CWORD]#[=:@]}
  before=${'$'}{word%"$piece"}
  case $piece in
    \"*)
      quote='"'
      words[-1]=$before${'$'}{piece:1}
      words[-1]=${'$'}{words[-1]//\\/}
      ;;
    \'*)
      quote="'"
      piece=${'$'}{piece:1}
      piece=${'$'}{piece//"'\''"/"'"}
      words[-1]=$before$piece
      # readline takes what comes after the last ' for what is quoted.
      [[ $piece == *\'* ]] && before+=${'$'}{piece%\'*}\'
      ;;
    *)
      words[-1]=${'$'}{word//\\/}
      # What is offered takes the place of the last piece; readline counts an @ as part of it.
      before=${'$'}{before%@}
      ;;
  esac
  while IFS= read -r line; do
    if [[ $line == :files ]]; then
      compopt -o filenames
      mapfile -t COMPREPLY < <(compgen -f -- "${'$'}{words[-1]}")
      return
    fi
    candidate=${'$'}{line%%$'\t'*}
    [[ $candidate == *= ]] && compopt -o nospace
    [[ -n $before ]] && candidate=${'$'}{candidate#"$before"}
    # A name may hold anything, and must not be run when it is taken.
    case $quote in
      \")
        # Inside these quotes nothing takes away what a ! does.
        [[ -o histexpand && $candidate == *!* ]] && continue
        candidate=${'$'}{candidate//'\'/'\\'}
        candidate=${'$'}{candidate//'"'/'\"'}
        candidate=${'$'}{candidate//'$'/'\$'}
        candidate=${'$'}{candidate//\`/'\'\`}
        ;;
      \') candidate=${'$'}{candidate//"'"/"'\''"} ;;
      *) printf -v candidate %q "$candidate" ;;
    esac
    # readline closes quotes itself, unless it takes the end of the name for that.
    [[ -n $quote && $candidate == *"$quote" ]] && candidate+=$quote
    COMPREPLY+=("$candidate")
  done < <(roster complete "${'$'}{words[@]}" 2>/dev/null)
}
complete -F _roster roster
`,
  zsh: String.raw`#compdef roster
# zsh completion for roster. Try it: source <(roster completion zsh)
# Keep it as _roster in a folder of $fpath: roster completion zsh > ~/.zfunc/_roster
_roster() {
  local line word
  local -a lines described open
  lines=("${'$'}{(@f)$(roster complete "${'$'}{(@Q)words[2,CURRENT-1]}" "${'$'}{(Q)PREFIX}" 2>/dev/null)}")
  for line in "${'$'}{lines[@]}"; do
    [[ -z $line ]] && continue
    if [[ $line == :files ]]; then
      _files
      return
    fi
    word=${'$'}{line%%$'\t'*}
    if [[ $word == *= ]]; then
      open+=("$word")
    elif [[ $line == *$'\t'* ]]; then
      described+=("${'$'}{${'$'}{word//\\/\\\\}//:/\\:}:${'$'}{line#*$'\t'}")
    else
      described+=("${'$'}{${'$'}{word//\\/\\\\}//:/\\:}")
    fi
  done
  (( ${'$'}{#open} )) && compadd -S '' -- "${'$'}{open[@]}"
  (( ${'$'}{#described} )) && _describe -V roster described
}
if [[ $funcstack[1] == _roster ]]; then
  _roster "$@"
else
  compdef _roster roster
fi
`,
  fish: String.raw`# fish completion for roster. Try it: roster completion fish | source
# Keep it: roster completion fish > ~/.config/fish/completions/roster.fish
function __roster_complete
    set -l words (commandline -opc)
    set -e words[1]
    set -l last (commandline -ct | string replace -r '^["\']' '' | string replace -a '\\ ' ' ')
    set -l found (roster complete $words "$last" 2>/dev/null)
    if test "$found[1]" = ':files'
        __fish_complete_path "$last"
    else if test (count $found) -gt 0
        printf '%s\n' $found
    end
end
complete -c roster -f -a '(__roster_complete)'
`,
} as const;
