using System.Threading.Channels;
using Interleaving.Scheduling;

namespace Interleaving.Models.Channels;

/// <content>The end that puts.</content>
internal sealed partial class ControlledChannel<T>
{
    private sealed class WriteEnd(ControlledChannel<T> channel) : ChannelWriter<T>
    {
        private const WaitKind Room = WaitKind.Room;

        public override bool TryWrite(T item)
        {
            channel.Arrive();
            if (!channel.done)
                return PutNow(item);
            if (Operation.Current is { } operation)
                channel.written.Acquire(operation);
            return false;
        }

        public override ValueTask WriteAsync(T item, CancellationToken cancellationToken = default)
        {
            if (cancellationToken.IsCancellationRequested)
                return ValueTask.FromCanceled(cancellationToken);
            channel.Arrive();
            if (channel.done)
                return ValueTask.FromException(channel.Closed());
            if (PutNow(item))
                return default;
            Changed();
            if (Operation.Current is { } operation)
                channel.written.Release(operation);
            var wait = new Writing(item, TaskCreationOptions.RunContinuationsAsynchronously).StandIn(channel.writers, cancellationToken, Room, channel);
            if (channel.capacity == 0)
                channel.WakeAll(channel.readWaits, true);
            return new ValueTask(wait, 0);
        }

        public override ValueTask<bool> WaitToWriteAsync(CancellationToken cancellationToken = default)
        {
            if (cancellationToken.IsCancellationRequested)
                return ValueTask.FromCanceled<bool>(cancellationToken);
            channel.Arrive(StepKind.Read);
            if (channel.done)
                return channel.error is null ? new ValueTask<bool>(false) : ValueTask.FromException<bool>(channel.error);
            if (!channel.IsFull || channel.mode != BoundedChannelFullMode.Wait || channel.readers.Count > 0)
                return new ValueTask<bool>(true);
            Changed();
            return new ValueTask<bool>(
                new ChannelWait<bool>(TaskCreationOptions.RunContinuationsAsynchronously).StandIn(channel.writeWaits, cancellationToken, Room, channel), 0);
        }

        public override bool TryComplete(Exception? error = null)
        {
            channel.Arrive();
            if (channel.done)
                return false;
            Changed();
            channel.done = true;
            channel.error = error;
            if (Operation.Current is { } operation)
            {
                channel.written.Release(operation);
                operation.Note(EventKind.Completed, channel);
            }

            channel.CompleteWhenEmpty();
            channel.FailAll(channel.readers, channel.Closed());
            channel.FailAll(channel.writers, channel.Closed());
            if (error is null)
            {
                channel.WakeAll(channel.readWaits, false);
                channel.WakeAll(channel.writeWaits, false);
            }
            else
            {
                channel.FailAll(channel.readWaits, error);
                channel.FailAll(channel.writeWaits, error);
            }

            return true;
        }

        /// <summary>Puts the item in, or drops one as the mode says; false when it must wait.</summary>
        private bool PutNow(T item)
        {
            if (Operation.Current is { } operation)
                channel.taken.Acquire(operation);
            if (!channel.IsFull || channel.readers.Count > 0)
            {
                channel.Put(item);
                return true;
            }

            if (channel.capacity == 0 && channel.mode != BoundedChannelFullMode.Wait)
            {
                channel.dropped?.Invoke(item);
                return true;
            }

            switch (channel.mode)
            {
                case BoundedChannelFullMode.Wait:
                    return false;
                case BoundedChannelFullMode.DropWrite:
                    channel.dropped?.Invoke(item);
                    return true;
                case BoundedChannelFullMode.DropNewest:
                    Replace(channel.items.Last!, item);
                    return true;
                case BoundedChannelFullMode.DropOldest:
                    Replace(channel.items.First!, item);
                    return true;
                default:
                    throw new InvalidOperationException($"No such mode: {channel.mode}");
            }
        }

        private void Replace(LinkedListNode<T> old, T item)
        {
            channel.items.Remove(old);
            channel.Put(item);
            channel.dropped?.Invoke(old.Value);
        }
    }
}
