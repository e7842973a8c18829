using DefenseZone.Geo.Cli;

using var interruption = new Interruption();
int exitCode = CommandLine.Run(args, Shell.OfProcess(interruption.Token));
return exitCode == ExitCodes.Interrupted ? interruption.ExitCode : exitCode;
