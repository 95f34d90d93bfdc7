using System.Threading.Channels;
using Interleaving.Models.Parallelism;
using Interleaving.Models.Tasks;
using Interleaving.Scheduling;

namespace Interleaving.Models.Channels;

/// <summary>All items of a channel until it is complete. Written out by hand: an async iterator of the engine's would not be woven.</summary>
internal sealed class ChannelItems<T>(ChannelReader<T> reader, CancellationToken token) : IAsyncEnumerable<T>
{
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        new Enumerator(reader, token, cancellationToken);

    private sealed class Enumerator(ChannelReader<T> reader, CancellationToken first, CancellationToken second) : IAsyncEnumerator<T>
    {
        private T? current;

        public T Current => current!;

        public ValueTask<bool> MoveNextAsync()
        {
            if (reader.TryRead(out current))
                return new ValueTask<bool>(true);
            var moved = new TaskCompletionSource<bool>();
            TaskSync.Known(moved.Task);
            Advance(moved);
            return new ValueTask<bool>(moved.Task);
        }

        public ValueTask DisposeAsync() => default;

        private void Advance(TaskCompletionSource<bool> moved)
        {
            var token = first.CanBeCanceled ? first : second;
            var waiting = reader.WaitToReadAsync(token).AsTask();
            AsyncStep.After(Operation.Current!, waiting, failure =>
            {
                if (waiting.IsCompletedSuccessfully && waiting.Result && !reader.TryRead(out current))
                {
                    // Another reader was faster.
                    Advance(moved);
                    return;
                }

                TaskSync.Completing(moved.Task);
                if (waiting.IsCanceled)
                    moved.TrySetCanceled(token);
                else if (failure is not null)
                    moved.TrySetException(failure);
                else
                    moved.TrySetResult(waiting.Result);
            });
        }
    }
}
