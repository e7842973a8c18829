using System.Collections.Immutable;

namespace DefenseZone.Geo.Siting;

/// <summary>A siting problem makes no sense. It carries every fault that was found.</summary>
public sealed class SitingProblemException : Exception
{
    /// <summary>No fault is named.</summary>
    public SitingProblemException()
        : this("The siting problem makes no sense.")
    {
    }

    /// <summary>Only a message.</summary>
    public SitingProblemException(string message)
        : base(message)
    {
    }

    /// <summary>A message, and what led to it.</summary>
    public SitingProblemException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>All faults that were found. The message lists them, one a line.</summary>
    public SitingProblemException(ImmutableArray<SitingReason> reasons)
        : base(string.Join('\n', reasons.Select(reason => reason.Text))) => Reasons = reasons;

    /// <summary>What is wrong, with the facts of it.</summary>
    public ImmutableArray<SitingReason> Reasons { get; } = [];

    /// <summary>What is wrong, a sentence each.</summary>
    public ImmutableArray<string> Faults => [.. Reasons.Select(reason => reason.Text)];
}
