namespace DefenseZone.Geo.Io;

/// <summary>The wish to have an answer about a plan that has errors, in the words of every shell.</summary>
public static class DespiteErrors
{
    /// <summary>Its name as an input of a process, as a parameter of an address, and as the mark of an answer.</summary>
    public const string Name = "despiteErrors";

    /// <summary>Its name as an option of a command line.</summary>
    public const string Option = "--despite-errors";

    /// <summary>What it is called.</summary>
    public const string Title = "Despite errors";

    /// <summary>What it does.</summary>
    public const string Description =
        "Answer even if the plan has errors. Features with errors are left out, and the answer lists the errors.";
}
