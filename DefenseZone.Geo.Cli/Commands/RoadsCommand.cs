using System.CommandLine;

namespace DefenseZone.Geo.Cli.Commands;

/// <summary><c>dzgeo roads</c>: the verbs about roads.</summary>
internal static class RoadsCommand
{
    /// <summary>The verb with its own verbs.</summary>
    public static Command Build(Shell shell) => new("roads", "Road networks: what is wrong with them, how soon one is where, routes, rounds, and where new ones go.")
    {
        RoadsCheckCommand.Build(shell),
        RoadsResponseCommand.Build(shell),
        RoadsRouteCommand.Build(shell),
        RoadsIsochroneCommand.Build(shell),
        RoadsTourCommand.Build(shell),
        RoadsSiteCommand.Build(shell),
        RoadsConnectCommand.Build(shell),
        RoadsRankCommand.Build(shell),
    };
}
