using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using Interleaving.Models.Tasks;
using Interleaving.Scheduling;

namespace Interleaving.Models.Channels;

/// <content>The end that takes.</content>
internal sealed partial class ControlledChannel<T>
{
    private sealed class ReadEnd(ControlledChannel<T> channel) : ChannelReader<T>
    {
        private const WaitKind Item = WaitKind.Item;

        public override Task Completion
        {
            get
            {
                Operation.Current?.Meet(channel);
                return channel.completion.Task;
            }
        }

        public override bool CanCount => !channel.IsForOneReader;

        public override bool CanPeek => true;

        public override int Count
        {
            get
            {
                if (!CanCount)
                    throw new NotSupportedException();
                channel.Arrive(StepKind.Read);
                if (Operation.Current is { } operation)
                {
                    channel.written.AcquireOnly(operation);
                    channel.taken.AcquireOnly(operation);
                }

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
            var first = channel.items.First;
            if (first is null && channel.NextWriter() is null)
                return false;
            if (Operation.Current is { } operation)
                channel.written.Acquire(operation);
            item = first is null ? channel.NextWriter()!.Item : first.Value;
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
                return Closed();
            return new ValueTask<T>(Stand(channel.readers, cancellationToken), 0);
        }

        public override ValueTask<bool> WaitToReadAsync(CancellationToken cancellationToken = default)
        {
            if (cancellationToken.IsCancellationRequested)
                return ValueTask.FromCanceled<bool>(cancellationToken);
            channel.Arrive(StepKind.Read);
            var has = channel.items.Count > 0 || channel.NextWriter() is not null;
            if (Operation.Current is { } operation && (has || channel.done))
                channel.written.Acquire(operation);
            if (has)
                return new ValueTask<bool>(true);
            if (!channel.done)
                return new ValueTask<bool>(Stand(channel.readWaits, cancellationToken), 0);
            return channel.error is null ? new ValueTask<bool>(false) : ValueTask.FromException<bool>(channel.error);
        }

        public override IAsyncEnumerable<T> ReadAllAsync(CancellationToken cancellationToken = default)
        {
            Operation.Current?.Meet(channel);
            return new ChannelItems<T>(this, channel, cancellationToken);
        }

        private SingleUse<TResult> Stand<TResult>(LinkedList<ChannelWait<TResult>> line, CancellationToken token)
        {
            Changed();
            var before = channel.IsForOneReader ? Leave(line) : [];
            var options = token.CanBeCanceled ? TaskCreationOptions.RunContinuationsAsynchronously : channel.waitOptions;
            var wait = new ChannelWait<TResult>(options).StandIn(line, token, Item, channel);
            foreach (var one in before)
                one.Complete(channel.written, static source => CancelledWait.TrySet(source, CancellationToken.None));
            if (channel.capacity == 0 && ReferenceEquals(line, channel.readers))
                channel.WakeAll(channel.writeWaits, true);
            return wait;
        }

        private ValueTask<T> Closed() => channel.error is OperationCanceledException { CancellationToken: var token }
            ? ValueTask.FromCanceled<T>(token.IsCancellationRequested ? token : new CancellationToken(true))
            : ValueTask.FromException<T>(channel.Closed());

        private bool TakeNow([MaybeNullWhen(false)] out T item)
        {
            item = default;
            if (channel.items.Count > 0)
            {
                item = channel.TakeFirst();
                return true;
            }

            // Without any room, items go from hand to hand.
            if (channel.NextWriter() is not { } writer)
                return false;
            if (Operation.Current is { } operation)
            {
                channel.written.Acquire(operation);
                channel.taken.Release(operation);
            }

            item = channel.Admit(writer);
            return true;
        }
    }
}
