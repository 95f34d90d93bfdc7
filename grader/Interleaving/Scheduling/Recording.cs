namespace Interleaving.Scheduling;

/// <summary>What woven code asks before it tells of method entries and values.</summary>
internal static class Recording
{
    /// <summary>Whether they are of interest: the running execution is being written down, or watched for a livelock.</summary>
    public static bool IsOn;
}
