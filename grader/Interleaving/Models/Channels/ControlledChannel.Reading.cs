using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using Interleaving.Scheduling;

namespace Interleaving.Models.Channels;

/// <content>The end that takes.</content>
internal sealed partial class ControlledChannel<T>
{
    private sealed class ReadEnd(ControlledChannel<T> channel) : ChannelReader<T>
    {
        public override Task Completion => channel.completion.Task;

        public override bool CanCount => true;

        public override bool CanPeek => true;

        public override int Count
        {
            get
            {
                channel.Arrive(StepKind.Read);
                return channel.items.Count;
            }
        }

        public override bool TryRead([MaybeNullWhen(false)] out T item)
        {
            channel.Arrive();
            return TakeNow(out item);
        }

        public override bool TryPeek([MaybeNullWhen(false)] out T item)
        {
            channel.Arrive(StepKind.Read);
            item = default;
            if (channel.items.First is not { } first)
                return false;
            if (Operation.Current is { } operation)
                channel.written.Acquire(operation);
            item = first.Value;
            return true;
        }

        public override ValueTask<T> ReadAsync(CancellationToken cancellationToken = default)
        {
            if (cancellationToken.IsCancellationRequested)
                return ValueTask.FromCanceled<T>(cancellationToken);
            channel.Arrive();
            if (TakeNow(out var item))
                return new ValueTask<T>(item);
            if (channel.done)
                return ValueTask.FromException<T>(channel.Closed());
            return new ValueTask<T>(new ChannelWait<T>(channel.waitOptions).StandIn(channel.readers, cancellationToken));
        }

        public override ValueTask<bool> WaitToReadAsync(CancellationToken cancellationToken = default)
        {
            if (cancellationToken.IsCancellationRequested)
                return ValueTask.FromCanceled<bool>(cancellationToken);
            channel.Arrive(StepKind.Read);
            if (Operation.Current is { } operation && (channel.items.Count > 0 || channel.done))
                channel.written.Acquire(operation);
            if (channel.items.Count > 0)
                return new ValueTask<bool>(true);
            if (!channel.done)
                return new ValueTask<bool>(new ChannelWait<bool>(channel.waitOptions).StandIn(channel.readWaits, cancellationToken));
            return channel.error is null ? new ValueTask<bool>(false) : ValueTask.FromException<bool>(channel.error);
        }

        public override IAsyncEnumerable<T> ReadAllAsync(CancellationToken cancellationToken = default) =>
            new ChannelItems<T>(this, cancellationToken);

        private bool TakeNow([MaybeNullWhen(false)] out T item)
        {
            item = default;
            if (channel.items.Count == 0)
                return false;
            item = channel.TakeFirst();
            return true;
        }
    }
}
