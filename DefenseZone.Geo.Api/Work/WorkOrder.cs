namespace DefenseZone.Geo.Api.Work;

/// <summary>How much work something is, by an estimate before it begins.</summary>
internal enum WorkClass
{
    /// <summary>About a second or less.</summary>
    Quick,

    /// <summary>More, or nobody knows.</summary>
    Long,
}

/// <summary>A piece of work that wants to begin.</summary>
/// <param name="Client">Whose it is: clients take turns.</param>
/// <param name="Class">How much it is.</param>
internal readonly record struct WorkOrder(string Client, WorkClass Class)
{
    /// <summary>Whether it is a job, for which nobody waits.</summary>
    public bool IsJob { get; init; }

    /// <summary>Whether it runs in the slots of jobs. A quick job runs where quick work does, so that a long one does not keep it waiting.</summary>
    public bool IsLongJob => IsJob && Class == WorkClass.Long;

    /// <summary>Work that the client of a request waits for.</summary>
    public static WorkOrder Of(HttpContext http, WorkClass workClass) => new(ClientOf(http), workClass);

    /// <summary>What tells clients apart: their address.</summary>
    public static string ClientOf(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? string.Empty;
}
