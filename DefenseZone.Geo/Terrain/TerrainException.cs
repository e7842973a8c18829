namespace DefenseZone.Geo.Terrain;

/// <summary>A terrain file that cannot be read: the message names the file, the place in it, what is wrong and what would be right.</summary>
public sealed class TerrainException : IOException
{
    /// <summary>Without a message, which says nothing to anybody.</summary>
    public TerrainException()
    {
    }

    /// <summary>What is wrong.</summary>
    public TerrainException(string message)
        : base(message)
    {
    }

    /// <summary>What is wrong, and the code of the operating system for it.</summary>
    public TerrainException(string message, int hresult)
        : base(message, hresult)
    {
    }

    /// <summary>What is wrong, and what brought it up.</summary>
    public TerrainException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>What kind of thing is wrong, to be told in any language.</summary>
    public TerrainFaultKind Kind { get; private init; }

    /// <summary>The name of the file; empty where it is not known.</summary>
    public string File { get; private init; } = string.Empty;

    /// <summary>What is wrong; empty where only the message says it.</summary>
    public string Problem { get; private init; } = string.Empty;

    /// <summary>What would be right; empty where only the message says it.</summary>
    public string Remedy { get; private init; } = string.Empty;

    /// <summary>What is wrong with a file.</summary>
    /// <param name="kind">What kind of thing is wrong.</param>
    /// <param name="file">The name of the file.</param>
    /// <param name="problem">What is wrong, and where in the file.</param>
    /// <param name="remedy">What would be right.</param>
    /// <param name="cause">What brought it up, if anything.</param>
    public static TerrainException In(TerrainFaultKind kind, string file, string problem, string remedy, Exception? cause = null) =>
        new($"{file}: {problem}; {remedy}", cause!) { Kind = kind, File = file, Problem = problem, Remedy = remedy };
}

/// <summary>What can be wrong with a file of a terrain.</summary>
public enum TerrainFaultKind
{
    /// <summary>Only the message says it.</summary>
    Other,

    /// <summary>The file cannot be read, or has changed while it was in use.</summary>
    Unreadable,

    /// <summary>The file is cut off or damaged.</summary>
    Damaged,

    /// <summary>The file is none of terrain.</summary>
    UnknownFormat,

    /// <summary>The file is in a form of its format that is not read: bands, kinds of samples, packing, units, rows that do not go south.</summary>
    NotSupported,

    /// <summary>The file does not say where it is.</summary>
    NoPlace,

    /// <summary>The file's coordinate system is not known, or not that of its coordinates.</summary>
    UnknownSystem,

    /// <summary>The head of a grid is wrong.</summary>
    BadHead,

    /// <summary>A sample of a grid is no elevation.</summary>
    BadSamples,

    /// <summary>A recipe for invented relief is wrong.</summary>
    BadRecipe,

    /// <summary>The file, or the terrain as a whole, is too large to be read as it is.</summary>
    TooLarge,

    /// <summary>The files of a terrain are in coordinate systems that do not go together.</summary>
    SystemsDiffer,
}
