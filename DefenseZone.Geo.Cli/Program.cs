using DefenseZone.Geo.Cli;

Readiness.Prepare();
using var interruption = new Interruption();
int exitCode = CommandLine.Run(args, Shell.OfProcess(interruption.Token));
return exitCode == ExitCodes.Interrupted ? interruption.ExitCode : exitCode;
