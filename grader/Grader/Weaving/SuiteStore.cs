using System.Collections.Concurrent;
using System.Security.Cryptography;
using Grader.Configuration;
using Grader.Records;
using Judge.Protocol;
using Mono.Cecil;

namespace Grader.Weaving;

/// <summary>The hidden suites, each woven once in this process.</summary>
internal sealed class SuiteStore(SuiteFiles files)
{
    private readonly ConcurrentDictionary<string, Lazy<Suite>> suites = [];

    /// <exception cref="WrongUseException">There is no suite for the kata, or it does not fit the kata's criteria.</exception>
    public Suite Of(Kata kata) => suites.GetOrAdd(kata.Id, _ => new(() => Load(kata))).Value;

    /// <summary>SHA-256 of the sources of all suites of <paramref name="katas"/>, in lower-case hexadecimal.</summary>
    public string Hash(IEnumerable<Kata> katas)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var kata in katas.OrderBy(kata => kata.Id, StringComparer.Ordinal))
            hash.AppendData(Of(kata).Sources);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private Suite Load(Kata kata)
    {
        var name = kata.Name + ".Suite";
        var image = files.Read(name + ".dll") ?? throw new WrongUseException(
            $"the kata {kata.Id} has no hidden suite: {files.PathOf(name)}.dll is missing; build tests/Suites/{kata.Id} and the grader");
        var symbols = files.Read(name + ".pdb") ?? throw new WrongUseException(
            $"the kata {kata.Id} has a hidden suite without its symbols: {files.PathOf(name)}.pdb is missing; build the grader again");
        var plain = new AssemblyImage(name, image, symbols);
        using var module = ModuleDefinition.ReadModule(new MemoryStream(plain.Pe));
        var criteria = Criteria(module);
        Fits(kata, criteria);
        var woven = Instrument.Suite(plain, files.Read(kata.Name + ".dll"));
        if (woven.Assembly is null)
            throw new WrongUseException($"the hidden suite {name} cannot be woven: {woven.Unsupported[0]}");
        return new Suite(Optimisable(module, name), woven.Assembly, criteria, woven.NextSite, HasWorkload(module))
        {
            Sources = SuiteSources.Checksums(symbols),
            Reference = new(() => Reference(kata.Name, woven.NextSite)),
        };
    }

    private (AssemblyImage, AssemblyImage)? Reference(string name, int firstSite)
    {
        if (files.Read(name + ".dll") is not { } image
            || Instrument.Submission(new AssemblyImage(name, image), firstSite).Assembly is not { } woven)
            return null;
        using var module = ModuleDefinition.ReadModule(new MemoryStream(image));
        return (woven, Optimisable(module, name));
    }

    private static List<string> Criteria(ModuleDefinition module) =>
    [
        .. module.GetTypes()
            .SelectMany(type => type.CustomAttributes.Concat(type.Methods.SelectMany(method => method.CustomAttributes)))
            .Where(attribute => attribute.AttributeType.FullName == "NUnit.Framework.CategoryAttribute" && attribute.HasConstructorArguments)
            .Select(attribute => (string)attribute.ConstructorArguments[0].Value)
            .Distinct(),
    ];

    /// <summary>
    /// Suites are built for debugging, and say so to the JIT: a baseline that it does not optimise would make every
    /// submission look fast.
    /// </summary>
    private static AssemblyImage Optimisable(ModuleDefinition module, string name)
    {
        var attributes = module.Assembly.CustomAttributes;
        if (attributes.FirstOrDefault(attribute => attribute.AttributeType.Name == "DebuggableAttribute") is { } debuggable)
            attributes.Remove(debuggable);
        using var image = new MemoryStream();
        module.Write(image, new WriterParameters { DeterministicMvid = true, Timestamp = 0 });
        return new AssemblyImage(name, image.ToArray());
    }

    private static bool HasWorkload(ModuleDefinition module) => module.GetTypes()
        .Any(type => type.Interfaces.Any(i => i.InterfaceType.FullName == "Interleaving.IWorkload"));

    private static void Fits(Kata kata, List<string> criteria)
    {
        var tested = kata.Criteria.Where(criterion => criterion.Measure is null).Select(criterion => criterion.Id).ToList();
        if (tested.Except(criteria).FirstOrDefault() is { } untested)
        {
            throw new WrongUseException(
                $"{Grading.FileName}: kata {kata.Id}: no test of the hidden suite has the category of criterion '{untested}'; "
                + $"the suite has {string.Join(", ", criteria.Order(StringComparer.Ordinal))}");
        }

        if (criteria.Except(tested).FirstOrDefault() is { } unknown)
        {
            throw new WrongUseException(
                $"{Grading.FileName}: kata {kata.Id}: the hidden suite has tests of '{unknown}', which is no criterion; "
                + $"the criteria are {string.Join(", ", tested)}");
        }
    }
}
