namespace DefenseZone.Geo.Cli;

/// <summary>The options do not go together, or not with this plan.</summary>
#pragma warning disable RCS1194 // It never leaves this program: one way to make it is enough.
internal sealed class UsageException(string message) : Exception(message)
#pragma warning restore RCS1194
{
    /// <summary>What the library does not accept, in its own words but without the names of its parameters.</summary>
    public static UsageException Of(ArgumentException exception)
    {
        int end = exception.Message.IndexOf(" (Parameter", StringComparison.Ordinal);
        return new UsageException(end < 0 ? exception.Message : exception.Message[..end]);
    }
}
