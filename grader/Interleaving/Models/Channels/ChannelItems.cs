using System.Threading.Channels;
using Interleaving.Models.Cancellation;
using Interleaving.Models.Parallelism;
using Interleaving.Models.Tasks;
using Interleaving.Scheduling;

namespace Interleaving.Models.Channels;

/// <summary>All items of a channel until it is complete. Written out by hand: an async iterator of the engine's would not be woven.</summary>
internal sealed class ChannelItems<T>(ChannelReader<T> reader, object channel, CancellationToken token) : IAsyncEnumerable<T>
{
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        if (!token.CanBeCanceled || !cancellationToken.CanBeCanceled || token == cancellationToken)
            return new Enumerator(reader, channel, token.CanBeCanceled ? token : cancellationToken, null);
        var both = CancellationTokenSourceModel.CreateLinkedTokenSource(token, cancellationToken);
        return new Enumerator(reader, channel, both.Token, both);
    }

    private sealed class Enumerator(ChannelReader<T> reader, object channel, CancellationToken token, CancellationTokenSource? linked)
        : IAsyncEnumerator<T>
    {
        private T? current;
        private bool mayHaveMore;
        private bool over;

        public T Current => current!;

        public ValueTask<bool> MoveNextAsync()
        {
            if (over)
                return new ValueTask<bool>(false);
            if (mayHaveMore && reader.TryRead(out current))
                return new ValueTask<bool>(true);
            var moved = new TaskCompletionSource<bool>();
            TaskSync.Known(moved.Task, WaitKind.Item, channel);
            Advance(moved);
            return new ValueTask<bool>(
                new SingleUse<bool>(moved, "Operation is not valid due to the current state of the object."), 0);
        }

        public ValueTask DisposeAsync()
        {
            over = true;
            if (linked is not null)
                CancellationTokenSourceModel.Dispose(linked);
            return default;
        }

        private void Advance(TaskCompletionSource<bool> moved)
        {
            var wait = reader.WaitToReadAsync(token);
            var waiting = ValueTaskOfTModel.AsTask(ref wait);
            AsyncStep.After(Operation.Current!, waiting, _ =>
            {
                mayHaveMore = waiting.IsCompletedSuccessfully && waiting.Result;
                if (mayHaveMore && !reader.TryRead(out current))
                {
                    // Another reader was faster.
                    Advance(moved);
                    return;
                }

                over = !mayHaveMore;
                TaskSync.Completing(moved.Task);
                moved.TrySetFromTask(waiting);
            });
        }
    }
}
