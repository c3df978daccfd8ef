using System.CommandLine;
using System.Text;

namespace TextRepair.Cli;

/// <summary><c>textrepair completion</c>: scripts that ask the program itself, by the library's suggest directive.</summary>
internal static class CompletionCommand
{
    private static readonly Dictionary<string, string> Scripts = new(StringComparer.Ordinal)
    {
        ["bash"] = """
            _textrepair() {
                local IFS=$'\n'
                COMPREPLY=($(compgen -W "$(textrepair "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
            }
            complete -o default -F _textrepair textrepair

            """,
        ["zsh"] = """
            #compdef textrepair
            _textrepair() {
                local -a words_found
                words_found=("${(@f)$(textrepair "[suggest:$CURSOR]" "$BUFFER" 2>/dev/null)}")
                compadd -a words_found || _files
            }
            compdef _textrepair textrepair

            """,
        ["fish"] = """
            complete -c textrepair -a '(set -l line (commandline -cp); textrepair "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null)'

            """,
        ["pwsh"] = """
            Register-ArgumentCompleter -Native -CommandName textrepair -ScriptBlock {
                param($word, $ast, $position)
                textrepair "[suggest:$position]" "$ast" 2>$null | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
            }

            """,
    };

    public static Command Create(Host host)
    {
        var command = new Command("completion", "Print a completion script for a shell.");
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh, fish or pwsh." };
        shell.AcceptOnlyFromAmong([.. Scripts.Keys]);
        command.Add(shell);
        command.SetAction(parsed => host.Output.Write(Encoding.UTF8.GetBytes(Scripts[parsed.GetRequiredValue(shell)].ReplaceLineEndings("\n"))));
        return command;
    }
}
