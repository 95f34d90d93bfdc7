using Grader.Configuration;
using Grader.Records;

namespace Grader.Intake;

/// <summary>
/// Finds out what a path is: a C# file, a kata's folder, a student's folder, or a class folder whose children are
/// students. The nearest reading wins, in that order.
/// </summary>
/// <param name="grading">Every kata that may be handed in.</param>
/// <param name="wanted">The katas that are graded, in the order of grading.json.</param>
/// <param name="named">Whether the command named the katas (<c>--kata</c>).</param>
/// <param name="changes">What else of the template to look at; null for nothing.</param>
internal sealed class FolderIntake(Grading grading, IReadOnlyList<Kata> wanted, bool named, TemplateChanges? changes = null)
{
    /// <summary>All students under all paths, in ordinal order of their names.</summary>
    /// <exception cref="WrongUseException">A path is none of these, or two students have one name.</exception>
    public IReadOnlyList<Handin> Read(IReadOnlyList<string> paths)
    {
        var found = paths.SelectMany(path => ReadPath(path).Select(handin => (Path: path, Handin: handin))).ToList();
        foreach (var twice in found.GroupBy(entry => entry.Handin.Student).Where(group => group.Count() > 1))
        {
            var places = string.Join(" and ", twice.Select(entry => entry.Path).Distinct());
            throw new WrongUseException(
                $"two students are called '{twice.Key}' (in {places}); rename one folder, or grade them apart");
        }

        return [.. found.Select(entry => entry.Handin).OrderBy(handin => handin.Student, StringComparer.Ordinal)];
    }

    /// <summary>
    /// The folder of one student who is known by name, as an autograder has it. Whatever is in it is that student's, and a
    /// kata that is not there was not handed in: neither an empty folder nor a lone file can make the others go away.
    /// </summary>
    /// <exception cref="WrongUseException">There is no such folder.</exception>
    public Handin ReadStudent(string path, string name)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (!Directory.Exists(full))
            throw new WrongUseException($"there is no folder {path}; with --student, give that student's folder");
        return OfStudent(full, EntryName.Shown(name)) ?? OfNested(full, EntryName.Shown(name)) ?? Empty(full, EntryName.Shown(name));
    }

    private IReadOnlyList<Handin> ReadPath(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (File.Exists(full))
            return [OfFile(full)];
        if (!Directory.Exists(full))
            throw new WrongUseException($"there is no {path}; give a C# file, a kata's folder, a student's folder or a class folder");
        if (!Directory.EnumerateFileSystemEntries(full).Any())
            throw new WrongUseException($"{path} is empty; give a C# file, a kata's folder, a student's folder or a class folder");
        if ((OfKataFolder(full) ?? OfStudent(full, Name(full))) is not { } one)
            return OfClass(full) ?? throw Unknown(path, full);
        return OtherStudents(full) is [_, ..] others ? throw Vanishing(path, full, others) : [one];
    }

    /// <summary>
    /// Children of what looks like one student's folder that look like students themselves. In the repository of the katas
    /// some do, and are none.
    /// </summary>
    private List<string> OtherStudents(string folder) => File.Exists(Path.Combine(folder, Grading.FileName)) ? [] :
    [
        .. Directory.GetDirectories(folder).Order(StringComparer.Ordinal)
            .Where(child => Path.GetFileName(child) is var name && !name.StartsWith('.') && name != "katas" && !grading.Katas.Any(kata => kata.Id == name))
            .Where(child => !StudentFolder.IsLink(child) && (OfStudent(child, Name(child)) is not null || wanted.Any(kata => HasAll(child, kata))))
            .Select(Name),
    ];

    /// <summary>One stray file or folder in a class folder would make a whole class one student, without a word.</summary>
    private WrongUseException Vanishing(string path, string full, List<string> others)
    {
        var strays = wanted.SelectMany(kata => kata.Files.Prepend(kata.Id)).Prepend("katas").Distinct()
            .Where(name => Path.Exists(Path.Combine(full, name)) || StudentFolder.IsLink(Path.Combine(full, name))).ToList();
        var shown = string.Join(", ", others.Take(5)) + (others.Count > 5 ? $" and {others.Count - 5} more" : "");
        return new WrongUseException(
            $"{path} has {string.Join(", ", strays)} in it, as one student's folder has, and {shown}, which look like students of a class; "
            + $"for a class, move {string.Join(", ", strays)} elsewhere; for one student, say who it is: --student <name>");
    }

    private Handin OfFile(string file)
    {
        if (!file.EndsWith(".cs", StringComparison.OrdinalIgnoreCase))
            throw new WrongUseException($"{file} is not a C# file; its name must end in .cs");
        if (!named || wanted.Count != 1)
            throw new WrongUseException($"{file}: which kata is it? Add --kata <slug>, one of {Ids()}");
        if (wanted[0].Files.Count != 1)
            throw new WrongUseException($"{file}: the kata {wanted[0].Id} has {wanted[0].Files.Count} files; give their folder");
        var student = EntryName.Shown(Path.GetFileNameWithoutExtension(file));
        return Single(student, SourceReader.Read(student, wanted[0], [file]));
    }

    /// <summary>A folder that has a kata's declared files at its root.</summary>
    private Handin? OfKataFolder(string folder)
    {
        var name = Name(folder);
        var kata = wanted.FirstOrDefault(kata => kata.Id == name && HasAll(folder, kata))
            ?? wanted.FirstOrDefault(kata => HasAll(folder, kata));
        return kata is null ? null : Single(name, SourceReader.Read(name, kata, folder));
    }

    private Handin? OfStudent(string folder, string student)
    {
        var own = new StudentFolder(folder, student);
        var found = wanted.Select(own.Find).ToList();
        return found.TrueForAll(submission => submission is null)
            ? null
            : new Handin(student, [.. wanted.Zip(found, (kata, submission) => submission ?? SourceReader.Missing(student, kata))], [.. own.Notes(), .. changes?.Of(folder) is { } changed ? [changed] : Array.Empty<string>()]);
    }

    /// <summary>What lies one or a few folders deeper. Asked only of what must be one student's folder.</summary>
    private Handin? OfNested(string folder, string student) =>
        NestedHandin.In(folder, wanted) is { Folder: { } inner, Note: var note } && OfStudent(inner, student) is { } handin
            ? handin with { Notes = [note!, .. new StudentFolder(folder, student).Notes(), .. handin.Notes] }
            : null;

    private List<Handin>? OfClass(string folder)
    {
        // Names that are not UTF-8 all read alike: one line tells of them.
        var children = Directory.GetFileSystemEntries(folder).Where(IsHandin).Distinct().Order(StringComparer.Ordinal).ToList();
        var students = children.Select(child => (Path: child, Handin: StudentFolder.IsLink(child) ? null : OfStudent(child, Name(child)) ?? OfNested(child, Name(child)))).ToList();
        if (students.TrueForAll(student => student.Handin is null))
            return null;
        var cases = Alike(children, name => name.ToUpperInvariant());
        var forms = Alike(children, EntryName.Normal);
        return
        [
            .. students.Select(student => WithClash(
                student.Handin ?? Empty(student.Path, Name(student.Path)), cases.Contains(Path.GetFileName(student.Path)), forms.Contains(Path.GetFileName(student.Path)))),
        ];
    }

    private Handin Empty(string path, string student)
    {
        string[] notes = StudentFolder.IsLink(path) ? ["this is a link, and links are not followed; hand the folder itself in"]
            : Directory.Exists(path) && NestedHandin.In(path, wanted).Note is { } several ? [several, .. new StudentFolder(path, student).Notes()]
            : Directory.Exists(path) ? [$"no kata was found in this folder; it should have a folder such as {wanted[0].Id}, at its root or under katas/", .. new StudentFolder(path, student).Notes()]
            : [EntryName.Problem(Path.GetFileName(path)) ?? "this is an archive, and archives are not unpacked; unpack it, and grade the folder"];
        return new Handin(student, [.. wanted.Select(kata => SourceReader.Missing(student, kata))], notes);
    }

    private static string Name(string path) => EntryName.Shown(Path.GetFileName(path));

    private static bool IsHandin(string path) =>
        Path.GetFileName(path) is var name && !name.StartsWith('.')
        && (Directory.Exists(path) || StudentFolder.IsLink(path) || StudentFolder.IsArchive(path) || name.Contains('\uFFFD'));

    /// <summary>The names that are taken for the same name.</summary>
    private static HashSet<string> Alike(List<string> paths, Func<string, string> key) =>
        [.. paths.Select(path => Path.GetFileName(path)).GroupBy(key, StringComparer.Ordinal).Where(group => group.Count() > 1).SelectMany(group => group)];

    private static Handin WithClash(Handin handin, bool inCase, bool inForm) => handin with
    {
        Notes =
        [
            .. handin.Notes,
            .. inForm ? ["another folder's name reads the same, and differs in how its letters are stored (Unicode forms NFC and NFD); is it the same student twice? Rename one"] : Array.Empty<string>(),
            .. inCase ? ["another folder has this name in another case; on Windows and macOS they would be one, so rename one"] : Array.Empty<string>(),
        ],
    };

    private static Handin Single(string student, Submission submission) => new(student, [submission], []);

    private static bool HasAll(string folder, Kata kata) =>
        kata.Files.All(file => File.Exists(Path.Combine(folder, file)));

    private WrongUseException Unknown(string path, string full)
    {
        var strays = Directory.GetDirectories(full).Select(Path.GetFileName).Order(StringComparer.Ordinal).Take(5).Select(name => EntryName.Shown(name!)).ToList();
        var seen = strays.Count == 0 ? "it has no folders" : $"it has {string.Join(", ", strays)}";
        return new WrongUseException(
            $"{path} has no kata in it ({seen}); expected folders named {Ids()}, at its root or under katas/, or students' folders with these");
    }

    private string Ids() => string.Join(", ", (named ? wanted : grading.Katas).Select(kata => kata.Id));
}
