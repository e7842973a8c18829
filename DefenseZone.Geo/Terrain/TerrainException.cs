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

    /// <summary>The name of the file; empty where it is not known.</summary>
    public string File { get; private init; } = string.Empty;

    /// <summary>What is wrong; empty where only the message says it.</summary>
    public string Problem { get; private init; } = string.Empty;

    /// <summary>What would be right; empty where only the message says it.</summary>
    public string Remedy { get; private init; } = string.Empty;

    /// <summary>What is wrong with a file.</summary>
    /// <param name="file">The name of the file.</param>
    /// <param name="problem">What is wrong, and where in the file.</param>
    /// <param name="remedy">What would be right.</param>
    /// <param name="cause">What brought it up, if anything.</param>
    public static TerrainException In(string file, string problem, string remedy, Exception? cause = null) =>
        new($"{file}: {problem}; {remedy}", cause!) { File = file, Problem = problem, Remedy = remedy };
}
