namespace ConcurrencyKatas.AsyncStream.Suite;

/// <summary>What a listener heard, and how it ended.</summary>
/// <param name="Items">Each item and when it came.</param>
/// <param name="Error">What was thrown; null when the stream ended, or the listener left.</param>
/// <param name="At">When everything was over, the listener's leaving included.</param>
internal sealed record Hearing((string Item, TimeSpan At)[] Items, Exception? Error, TimeSpan At)
{
    public string[] Heard => [.. Items.Select(item => item.Item)];

    /// <summary>Listens to a stream until it ends, or leaves after some items.</summary>
    /// <param name="archive">The archive, which has the clock.</param>
    /// <param name="stream">What to listen to.</param>
    /// <param name="each">How long it takes to hear an item.</param>
    /// <param name="leaveAfter">After how many items to leave.</param>
    /// <param name="thrown">What to throw in place of leaving quietly.</param>
    public static async Task<Hearing> OfAsync(
        Archive archive, IAsyncEnumerable<string> stream, Func<string, TimeSpan> each, int leaveAfter = int.MaxValue, Exception? thrown = null)
    {
        List<(string, TimeSpan)> items = [];
        var error = await Caught.ByAsync(async () =>
        {
            await foreach (var item in stream)
            {
                items.Add((item, archive.Now));
                await Task.Delay(each(item));
                if (items.Count < leaveAfter)
                    continue;
                if (thrown is not null)
                    throw thrown;
                break;
            }
        });
        return new([.. items], error, archive.Now);
    }
}
