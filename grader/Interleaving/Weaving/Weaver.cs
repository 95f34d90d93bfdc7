using Interleaving.Platform;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Interleaving.Weaving;

/// <summary>Rewrites an assembly so that the engine decides, at every step that matters, which operation goes next.</summary>
internal static class Weaver
{
    // Cecil reads the platform's assemblies lazily, and they are shared between all weavings of the process.
    private static readonly Lock Gate = new();

    /// <summary>Weaves an assembly. The same input gives the same output, byte for byte.</summary>
    /// <param name="assembly">The PE image, best compiled without optimisation.</param>
    /// <param name="portablePdb">
    /// Its portable debug information, for file and line; null when there is none, or when it is embedded in the image.
    /// </param>
    /// <param name="options">Numbering and references.</param>
    /// <exception cref="BadImageFormatException">The image is not a managed assembly.</exception>
    public static WovenAssembly Weave(byte[] assembly, byte[]? portablePdb, WeaveOptions options)
    {
        lock (Gate)
        {
            using var references = new References(options.References, options.ReferencePaths);
            using var module = Read(assembly, portablePdb, references, options.ControlOnly);
            var weaver = new ModuleWeaver(module, options);
            weaver.Weave();
            using var image = new MemoryStream(assembly.Length * 2);
            using var symbols = module.HasSymbols ? new MemoryStream() : null;
            if (options.ControlOnly)
                Plain(module);
            module.Write(image, new WriterParameters
            {
                DeterministicMvid = true,
                Timestamp = 0,
                WriteSymbols = symbols is not null,
                SymbolStream = symbols,
                SymbolWriterProvider = symbols is null ? null : new PortablePdbWriterProvider(),
            });
            return new WovenAssembly(
                module.Assembly.Name.Name, image.ToArray(), symbols?.ToArray(), weaver.Unsupported, weaver.Sites.Next, options.FirstSite);
        }
    }

    private static ModuleDefinition Read(byte[] assembly, byte[]? pdb, References references, bool controlOnly)
    {
        var module = ModuleDefinition.ReadModule(
            new MemoryStream(assembly),
            new ReaderParameters(ReadingMode.Deferred)
            {
                AssemblyResolver = references,
                ReadSymbols = pdb is not null,
                SymbolStream = pdb is null ? null : new MemoryStream(pdb),
                SymbolReaderProvider = pdb is null ? null : new PortablePdbReaderProvider(),

                // A stale PDB beside an assembly costs the line numbers, not the run.
                ThrowIfSymbolsAreNotMatching = false,
            });
        if (pdb is null && !controlOnly && HasEmbeddedSymbols(module))
            module.ReadSymbols(new EmbeddedPortablePdbReaderProvider().GetSymbolReader(module, ""), throwIfSymbolsAreNotMaching: false);
        return module;
    }

    /// <summary>Machine code that was made ahead of time is of the code as it was.</summary>
    private static void Plain(ModuleDefinition module)
    {
        module.Attributes = (module.Attributes | ModuleAttributes.ILOnly) & ~(ModuleAttributes.Required32Bit | ModuleAttributes.Preferred32Bit);
        module.Architecture = TargetArchitecture.I386;
    }

    private static bool HasEmbeddedSymbols(ModuleDefinition module) => module.HasDebugHeader
        && module.GetDebugHeader().Entries.Any(entry => entry.Directory.Type == ImageDebugType.EmbeddedPortablePdb);
}
