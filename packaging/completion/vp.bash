# Completion of the command vp in bash. All that it offers is read from what vp itself prints.

_vp_commands() {
  "$1" --help 2>/dev/null | sed -n '/^commands:/,/^$/s/^  \([a-z]*\) .*/\1/p'
}

_vp_rules() {
  "$1" rules 2>/dev/null | sed -n 's,^\([a-z]*\)\(/[a-z-]*\) .*,\1\n\1\2,p' | sort -u
}

# What the help says of an option: the line of it, and those below that belong to it.
_vp_entry() { # help, option
  awk -v option="$2" '
    /^  -/ || /^$/ { inside = 0; for (i = 1; i <= 2; i++) if ($i == option) inside = 1 }
    inside { sub(/^  (-., )?/, ""); print }' <<<"$1"
}

_vp() {
  local vp=$1 command=${COMP_WORDS[1]} word=$2 option=$3 words help entry takes listed=
  COMPREPLY=()
  if [[ $COMP_CWORD -eq 1 || $command == help && $COMP_CWORD -eq 2 ]]; then
    words=$(_vp_commands "$vp")
    [[ $COMP_CWORD -eq 2 ]] || words+=' --help --version'
    COMPREPLY=($(compgen -W "$words" -- "$word"))
    return
  fi
  help=$("$vp" "$command" --help 2>/dev/null) || return

  # To bash --lang=sv is three words.
  if [[ $word == '=' ]]; then
    word=
  elif [[ $option == '=' ]]; then
    option=${COMP_WORDS[COMP_CWORD - 2]}
  elif [[ $word == -* ]]; then
    words=$(sed -n '/^options:/,/^$/s/^  \(-., \)\{0,1\}\(--[a-z-]*\).*/\2/p' <<<"$help")
    COMPREPLY=($(compgen -W "$words" -- "$word"))
    return
  fi

  entry=$(_vp_entry "$help" "$option")
  takes=$(sed -n '1s/^-[a-z-]* \([^ ][^ ]*\).*/\1/p' <<<"$entry")
  [[ $takes ]] || takes=$(sed -n '/^usage:/,/^$/s/.* \(RULE\)$/\1/p' <<<"$help")
  case $takes in
    *'|'*) words=${takes//|/ } ;;
    FORMAT) words=$(sed -n 's/^   *\([a-z]*\)  .*/\1/p' <<<"$entry") ;;
    SEVERITY) words=$(sed -n '1{s/.*  \([a-z, ]*\):.*/\1/; s/ or / /; s/,//g; p}' <<<"$entry") ;;
    RULE,*)
      words=$(_vp_rules "$vp")
      [[ $word != *,* ]] || listed=${word%,*},
      ;;
    RULE) words=$(_vp_rules "$vp") ;;
    *) return ;;
  esac
  COMPREPLY=($(compgen -P "$listed" -W "$words" -- "${word#"$listed"}"))
}
complete -o default -F _vp vp
