using System.Threading.Channels;
using Interleaving.Scheduling;

namespace Interleaving.Models.Channels;

/// <summary>
/// Channels are abstract classes, so a controlled one is simply another implementation. The platform's own would complete its
/// waits on the thread pool.
/// </summary>
[Models(typeof(Channel))]
internal static class ChannelModel
{
    public static Channel<T> CreateUnbounded<T>() => CreateUnbounded<T>(new UnboundedChannelOptions());

    public static Channel<T> CreateUnbounded<T>(UnboundedChannelOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Operation.Current is null
            ? Channel.CreateUnbounded<T>(options)
            : new ControlledChannel<T>(int.MaxValue, BoundedChannelFullMode.Wait, null, options) { IsForOneReader = options.SingleReader };
    }

    public static Channel<T> CreateUnboundedPrioritized<T>() => CreateUnboundedPrioritized(new UnboundedPrioritizedChannelOptions<T>());

    public static Channel<T> CreateUnboundedPrioritized<T>(UnboundedPrioritizedChannelOptions<T> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Operation.Current is null
            ? Channel.CreateUnboundedPrioritized(options)
            : new ControlledChannel<T>(int.MaxValue, BoundedChannelFullMode.Wait, null, options) { Order = options.Comparer ?? Comparer<T>.Default };
    }

    public static Channel<T> CreateBounded<T>(int capacity) => CreateBounded<T>(new BoundedChannelOptions(capacity));

    public static Channel<T> CreateBounded<T>(BoundedChannelOptions options) => CreateBounded<T>(options, null);

    public static Channel<T> CreateBounded<T>(BoundedChannelOptions options, Action<T>? itemDropped)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Operation.Current is null
            ? Channel.CreateBounded(options, itemDropped)
            : new ControlledChannel<T>(options.Capacity, options.FullMode, itemDropped, options);
    }
}
