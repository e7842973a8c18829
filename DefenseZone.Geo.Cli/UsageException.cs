namespace DefenseZone.Geo.Cli;

/// <summary>The options do not go together, or not with this plan.</summary>
#pragma warning disable RCS1194 // It never leaves this program: one way to make it is enough.
internal sealed class UsageException(string message) : Exception(message);
#pragma warning restore RCS1194
