namespace DefenseZone.Geo.Cli;

/// <summary>What the process tells its caller. <c>dzgeo --help</c> and <c>docs/cli.md</c> list the same.</summary>
internal static class ExitCodes
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>The plan has errors, a file could not be read or written, or nothing holds to what was asked: no route, road or choice of sites.</summary>
    public const int Failed = 1;

    /// <summary>The command line does not make sense.</summary>
    public const int Usage = 2;

    /// <summary>Ended by Ctrl-C (128 + SIGINT), nothing half written.</summary>
    public const int Interrupted = 130;

    /// <summary>Ended by SIGTERM (128 + 15), nothing half written.</summary>
    public const int Terminated = 143;
}
