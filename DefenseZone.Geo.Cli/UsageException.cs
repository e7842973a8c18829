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

    /// <summary>Does what may refuse its input, in the words of a command line.</summary>
    /// <exception cref="UsageException">It refused.</exception>
    public static T Asked<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (ArgumentException exception)
        {
            throw Of(exception);
        }
    }

    /// <summary>Does pieces of work that may each be refused, and says all that is wrong with them at once.</summary>
    /// <exception cref="UsageException">Something is.</exception>
    public static void ThrowAllOf(params IEnumerable<Action> pieces)
    {
        var faults = new List<string>();
        foreach (Action piece in pieces)
        {
            try
            {
                piece();
            }
            catch (UsageException exception)
            {
                faults.Add(exception.Message);
            }
        }

        if (faults.Count > 0)
            throw new UsageException(string.Join('\n', faults));
    }
}
