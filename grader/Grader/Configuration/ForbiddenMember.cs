using System.ComponentModel;

namespace Grader.Configuration;

/// <summary>Something of the platform that a kata forbids, and what a student is told.</summary>
internal sealed record ForbiddenMember(
    [property: Description("The type or member: System.Linq.ParallelEnumerable, System.Threading.Tasks.Parallel.For, or System.Timers.* for all under a name.")]
    string Member,
    [property: Description("Why, in the words of the idea: the lock is what you are to build.")]
    string Reason,
    [property: Description("What to use in its place: Interlocked.CompareExchange.")]
    string Instead);
