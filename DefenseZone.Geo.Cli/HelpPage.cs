using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace DefenseZone.Geo.Cli;

/// <summary>The help of a verb, followed by what holds for all of them.</summary>
internal sealed class HelpPage(HelpAction verbHelp) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        // Words too many are not the parser's to report (see UsageErrors), which its help would take for an invitation.
        parseResult.CommandResult.Command.TreatUnmatchedTokensAsErrors = true;
        verbHelp.Invoke(parseResult);
        parseResult.InvocationConfiguration.Output.Write(
            """
            Exit codes:
              0    done
              1    the plan has errors, a file could not be read or written, or
                   no route, road or choice of sites holds to what was asked
              2    the command line does not make sense
              130  stopped by Ctrl-C, nothing half written

            Lengths are metres on the WGS84 ellipsoid. NO_COLOR=1 draws without colours.

            """);
        return ExitCodes.Done;
    }
}
