using System.Runtime.CompilerServices;

namespace Interleaving.Models.Tasks;

/// <summary>One run of an async method, for the recorder, from its start to where it first gives the caller back control.</summary>
internal readonly struct AsyncStrand
{
    public static AsyncStrand Begin<TStateMachine>(ref TStateMachine machine)
        where TStateMachine : IAsyncStateMachine => default;

    public void End()
    {
    }
}
