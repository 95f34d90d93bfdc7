using System.Text;
using Mono.Cecil;

namespace Interleaving.Weaving;

/// <summary>Weaves all methods of a module and puts into it what the woven code needs at run time.</summary>
internal sealed class ModuleWeaver(ModuleDefinition module, WeaveOptions options)
{
    private readonly List<Unsupported> unsupported = [];
    private readonly HashSet<Unsupported> known = [];

    public HookMethods Hooks { get; } = new(module);

    public Redirects Redirects => field ??= new Redirects(Hooks);

    public Statics Statics => field ??= new Statics(module, Hooks);

    public Accessors Accessors => field ??= new Accessors(module.GetTypes());

    public Constants Constants => field ??= new Constants(module.GetTypes());

    public Thunks Thunks { get; } = new(module);

    public WeaveOptions Options => options;

    public SiteTable Sites { get; } = new(options.FirstSite);

    public IReadOnlyList<Unsupported> Unsupported => unsupported;

    public void Weave()
    {
        var types = module.GetTypes().ToArray();
        _ = Constants;
        _ = Accessors;
        Statics.Prepare(types);
        foreach (var type in types)
        {
            foreach (var method in type.Methods)
            {
                if (!method.HasBody || Statics.IsOwn(method))
                    continue;
                if (method.IsSynchronized && !Synchronised.TryLower(method))
                    Refuse("[MethodImpl(MethodImplOptions.Synchronized)]", method);
                new MethodWeaver(this, method).Weave();
            }
        }

        Optimise();
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

    public bool IsCompilerGenerated(MethodDefinition method) => method.HasCustomAttributes
        && method.CustomAttributes.Any(attribute => attribute.AttributeType.Name == "CompilerGeneratedAttribute");

    /// <summary>The compiler's wish for slow machine code is for a debugger; the symbols are kept either way.</summary>
    private void Optimise()
    {
        if (options.Debuggable)
            return;
        foreach (var attribute in module.Assembly.CustomAttributes.ToArray())
        {
            if (attribute.AttributeType.FullName == "System.Diagnostics.DebuggableAttribute")
                module.Assembly.CustomAttributes.Remove(attribute);
        }
    }

    private void Refuse(string api, MethodDefinition? near)
    {
        var point = near?.DebugInformation.SequencePoints.FirstOrDefault(candidate => !candidate.IsHidden);
        Refuse(api, point?.Document.Url ?? "", point?.StartLine ?? 0);
    }
}
