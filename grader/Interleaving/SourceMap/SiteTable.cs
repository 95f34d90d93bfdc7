using System.Reflection;
using System.Text;

namespace Interleaving.SourceMap;

/// <summary>The places of one assembly, as they are numbered and as they travel inside it.</summary>
internal sealed class SiteTable(int first)
{
    public const string ResourceName = "interleaving.sites";

    /// <summary>Has what a woven assembly's places and calls are called instead of by their names (<see cref="Weaving.WeaveOptions.Alias"/>).</summary>
    public const string AliasName = "interleaving.alias";

    private static readonly int WithoutPlaces = new SiteTable(0).ToBytes().Length;

    private readonly List<Site> sites = [];

    public int Next => first + sites.Count;

    public int Add(Site site)
    {
        sites.Add(site);
        return Next - 1;
    }

    /// <summary>Whether an assembly was woven.</summary>
    public static bool IsIn(Assembly assembly) => !assembly.IsDynamic && assembly.GetManifestResourceInfo(ResourceName) is not null;

    /// <summary>Whether it is of the program's own, and not of a package: that is woven for control, and has no places.</summary>
    public static bool IsOfTheProgram(Assembly assembly)
    {
        if (!IsIn(assembly))
            return false;
        using var resource = assembly.GetManifestResourceStream(ResourceName);
        return resource!.Length > WithoutPlaces;
    }

    /// <summary>What the methods of an assembly are called that are not to be seen; null when they are.</summary>
    public static string? AliasOf(Assembly assembly)
    {
        if (assembly.IsDynamic || assembly.GetManifestResourceStream(AliasName) is not { } resource)
            return null;
        using var reader = new StreamReader(resource, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>Makes the places of a woven assembly known to this process.</summary>
    /// <exception cref="ArgumentException">The assembly was not woven.</exception>
    public static void Register(Assembly assembly)
    {
        using var resource = assembly.GetManifestResourceStream(ResourceName)
            ?? throw new ArgumentException($"{assembly.GetName().Name} is not woven.", nameof(assembly));
        var (start, sites) = Read(resource);
        Sites.Register(start, sites);
    }

    public static (int First, Site[] Sites) Read(Stream resource)
    {
        using var reader = new BinaryReader(resource, Encoding.UTF8);
        var start = reader.ReadInt32();
        var strings = new string[reader.ReadInt32()];
        for (var i = 0; i < strings.Length; i++)
            strings[i] = reader.ReadString();
        var read = new Site[reader.ReadInt32()];
        for (var i = 0; i < read.Length; i++)
        {
            read[i] = new Site(
                strings[reader.Read7BitEncodedInt()],
                reader.Read7BitEncodedInt(),
                (SiteKind)reader.ReadByte(),
                strings[reader.Read7BitEncodedInt()],
                strings[reader.Read7BitEncodedInt()],
                strings[reader.Read7BitEncodedInt()]);
        }

        return (start, read);
    }

    public byte[] ToBytes()
    {
        var strings = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var text in sites.SelectMany(site => new[] { site.File, site.Member, site.Method, site.Target }))
            strings.TryAdd(text, strings.Count);
        using var buffer = new MemoryStream();
        using var writer = new BinaryWriter(buffer, Encoding.UTF8);
        writer.Write(first);
        writer.Write(strings.Count);
        foreach (var text in strings.Keys)
            writer.Write(text);
        writer.Write(sites.Count);
        foreach (var site in sites)
        {
            writer.Write7BitEncodedInt(strings[site.File]);
            writer.Write7BitEncodedInt(site.Line);
            writer.Write((byte)site.Kind);
            writer.Write7BitEncodedInt(strings[site.Member]);
            writer.Write7BitEncodedInt(strings[site.Method]);
            writer.Write7BitEncodedInt(strings[site.Target]);
        }

        writer.Flush();
        return buffer.ToArray();
    }
}
