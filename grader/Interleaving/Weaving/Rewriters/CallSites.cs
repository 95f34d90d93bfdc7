using Interleaving.Instrumentation;
using Interleaving.SourceMap;
using Mono.Cecil;

namespace Interleaving.Weaving.Rewriters;

/// <summary>Numbers the places of controlled calls, among them where a lock is taken, and which, and emits that the program gets there.</summary>
internal sealed class CallSites(ModuleWeaver weaver, Emitter emitter, EvaluationStack stack, SourcePosition position)
{
    /// <summary>The number of a controlled call's place.</summary>
    public int Of(MethodReference callee)
    {
        // Code that is not to be seen keeps the names of its variables to itself.
        if (weaver.Options.Alias is not null)
            return emitter.Site(SiteKind.Call, SourceNames.Call(callee));
        var member = IsConcurrent(callee) ? stack.Called(callee) : SourceNames.Call(callee);
        return IsEnterScope(callee) && position.LockStatement() is { } place
            ? emitter.Site(SiteKind.Call, member, Holder(callee), place)
            : emitter.Site(SiteKind.Call, member, Holder(callee));
    }

    /// <summary>Notes the line of a call.</summary>
    public void Note(MethodReference callee) => emitter.CallAt(Of(callee), Hooks.At);

    public static bool IsEndOfChannel(TypeReference type) => type.Namespace == "System.Threading.Channels" && type.Name is "ChannelReader`1" or "ChannelWriter`1";

    private static bool IsConcurrent(MethodReference callee) => callee.DeclaringType.Namespace == "System.Collections.Concurrent";

    private static bool IsEnterScope(MethodReference callee) => callee is { Name: "EnterScope", DeclaringType.FullName: "System.Threading.Lock" };

    /// <summary>The field that holds the object which something is done to; empty when none does.</summary>
    private string Holder(MethodReference callee)
    {
        var type = callee.DeclaringType;
        var isGiven = type.Name == nameof(Monitor) && callee.Parameters.Count > 0;
        if (!type.Namespace.StartsWith("System.Threading", StringComparison.Ordinal) || callee.Name == ".ctor" || !(callee.HasThis || isGiven))
            return "";
        var slot = callee.HasThis ? stack.Receiver(callee) : stack.Argument(callee, 0);
        return slot.Field is { } field && (!IsEndOfChannel(type) || slot.Text?.EndsWith(type.Name[7..13], StringComparison.Ordinal) == true) ? field : "";
    }
}
