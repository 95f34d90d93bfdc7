using Interleaving.Models.Events;
using Interleaving.Scheduling;

namespace Interleaving.Models.Cancellation;

/// <summary>An event that is set when a token is cancelled.</summary>
internal sealed class TokenHandle
{
    public TokenHandle(Operation operation, CancellationToken token)
    {
        Handle = EventWaitHandleModel.New(initialState: false, EventResetMode.ManualReset);
        CancellationTokenModel.Add(operation, token, () => EventWaitHandleModel.Set(Handle));
    }

    public EventWaitHandle Handle { get; }
}
