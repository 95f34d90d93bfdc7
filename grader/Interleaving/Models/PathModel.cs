using Interleaving.Scheduling;

namespace Interleaving.Models;

/// <summary>Names drawn at random come from the exploration's seed.</summary>
[Models(typeof(Path), Passes = ["*"])]
internal static class PathModel
{
    public static string GetRandomFileName()
    {
        if (Operation.Current is not { } operation)
            return Path.GetRandomFileName();
        var drawn = RandomModel.Of(operation).Shared.GetItems("abcdefghijklmnopqrstuvwxyz012345".AsSpan(), 11);
        return $"{drawn.AsSpan(0, 8)}.{drawn.AsSpan(8)}";
    }
}
