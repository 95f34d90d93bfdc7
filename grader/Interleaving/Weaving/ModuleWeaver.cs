using System.Diagnostics;
using System.Text;
using Interleaving.Instrumentation;
using Interleaving.SourceMap;
using Mono.Cecil;
using DebuggingModes = System.Diagnostics.DebuggableAttribute.DebuggingModes;

namespace Interleaving.Weaving;

/// <summary>Weaves all methods of a module and puts into it what the woven code needs at run time.</summary>
internal sealed class ModuleWeaver(ModuleDefinition module, WeaveOptions options)
{
    private readonly List<Unsupported> unsupported = [];
    private readonly HashSet<Unsupported> known = [];

    public HookMethods Hooks { get; } = new(module);

    public Redirects Redirects => field ??= new Redirects(Hooks, options.IsControlled);

    public Statics Statics => field ??= new Statics(module, Hooks);

    public Accessors Accessors => field ??= new Accessors(module.GetTypes());

    public Constants Constants => field ??= new Constants(module.GetTypes());

    public Thunks Thunks { get; } = new(module);

    public WeaveOptions Options => options;

    /// <summary>Whether the compiler left the code as it is written, to be stepped through.</summary>
    public bool IsDebug { get; } = module.Assembly.CustomAttributes.FirstOrDefault(IsDebuggable) is { ConstructorArguments: [{ Value: int modes }] }
        && ((DebuggingModes)modes).HasFlag(DebuggingModes.DisableOptimizations);

    public SiteTable Sites { get; } = new(options.FirstSite);

    public IReadOnlyList<Unsupported> Unsupported => unsupported;

    public void Weave()
    {
        var types = module.GetTypes().Where(type => !CoverageTrackers.Is(type)).ToArray();
        if (!options.ControlOnly)
        {
            _ = Constants;
            _ = Accessors;
        }

        if (!options.KeepStatics)
        {
            ModuleInitializers.Take(module);
            Statics.Prepare(types);
        }
        else
        {
            Array.ForEach(types, type => OnceInitializers.Weave(type, Hooks));
        }

        foreach (var type in types)
        {
            foreach (var method in type.Methods)
            {
                if (!HasCode(method) || Statics.IsOwn(method))
                    continue;
                if (method.IsSynchronized && !Synchronised.TryLower(method))
                    Refuse("[MethodImpl(MethodImplOptions.Synchronized)]", method);
                new MethodWeaver(this, method).Weave();
            }
        }

        Tune();
        AccessChecks.Lift(module, typeof(ModuleWeaver).Assembly.GetName().Name!);
        module.Resources.Add(new EmbeddedResource(SiteTable.ResourceName, ManifestResourceAttributes.Private, Sites.ToBytes()));
        if (options.Alias is { } alias)
            module.Resources.Add(new EmbeddedResource(SiteTable.AliasName, ManifestResourceAttributes.Private, Encoding.UTF8.GetBytes(alias)));
    }

    public void Refuse(string api, string file, int line)
    {
        var finding = new Unsupported(api, file, line);
        if (known.Add(finding))
            unsupported.Add(finding);
    }

    /// <summary>The body of an <c>[UnsafeAccessor]</c> is made by the runtime, and must stay away.</summary>
    public static bool HasCode(MethodDefinition method) => method.HasBody && method.Body.Instructions.Count > 0;

    public bool IsCompilerGenerated(MethodDefinition method) => method.HasCustomAttributes
        && method.CustomAttributes.Any(attribute => attribute.AttributeType.Name == "CompilerGeneratedAttribute");

    private static bool IsDebuggable(CustomAttribute attribute) => attribute.AttributeType.FullName == "System.Diagnostics.DebuggableAttribute";

    /// <summary>
    /// Machine code that is optimised blurs lines, so whoever wants to know them gets it as it comes, and everybody else gets it fast. The
    /// symbols are kept either way.
    /// </summary>
    private void Tune()
    {
        if (options.Debuggable && IsDebug)
            return;
        var attributes = module.Assembly.CustomAttributes;
        foreach (var attribute in attributes.Where(IsDebuggable).ToArray())
            attributes.Remove(attribute);
        if (!options.Debuggable)
            return;
        var constructor = Hooks.Import(typeof(DebuggableAttribute).GetConstructor([typeof(DebuggingModes)])!);
        var modes = DebuggingModes.Default | DebuggingModes.DisableOptimizations | DebuggingModes.IgnoreSymbolStoreSequencePoints;
        attributes.Add(new CustomAttribute(constructor)
        {
            ConstructorArguments = { new CustomAttributeArgument(constructor.Parameters[0].ParameterType, (int)modes) },
        });
    }

    private void Refuse(string api, MethodDefinition? near)
    {
        var point = near?.DebugInformation.SequencePoints.FirstOrDefault(candidate => !candidate.IsHidden);
        Refuse(api, point?.Document.Url ?? "", point?.StartLine ?? 0);
    }
}
