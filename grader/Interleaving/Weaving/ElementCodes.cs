using System.Collections.Frozen;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Interleaving.Weaving;

/// <summary>Which instructions read and write through arrays and addresses, and of what type where they say it themselves.</summary>
internal static class ElementCodes
{
    /// <summary>
    /// The instructions that may be replaced, all others are kept. What stands in place of one makes every check that it made: each has
    /// its programs in ReplacedInstructionTests, or that test fails.
    /// </summary>
    public static readonly FrozenSet<Code> Replaced =
    [
        Code.Ldfld, Code.Stfld, Code.Ldflda, Code.Ldsfld, Code.Stsfld, Code.Ldsflda, Code.Call, Code.Callvirt, Code.Newobj, Code.Ldftn,
        Code.Ldvirtftn, Code.Initobj, Code.Ldobj, Code.Stobj, Code.Unbox, Code.Unbox_Any, Code.Ret,
        .. Enum.GetValues<Code>().Where(static code => IsElement(code) || IsIndirect(code)),
    ];

    public static bool IsElement(Code code) => code is Code.Ldelema or Code.Ldelem_Any or Code.Stelem_Any
        or (>= Code.Ldelem_I1 and <= Code.Stelem_Ref);

    public static bool IsIndirect(Code code) => code is Code.Stind_I or (>= Code.Ldind_I1 and <= Code.Stind_R8);

    public static bool IsStore(Code code) => code is Code.Stelem_Any or Code.Stind_I or Code.Stobj or Code.Initobj
        or (>= Code.Stelem_I and <= Code.Stelem_Ref) or (>= Code.Stind_Ref and <= Code.Stind_R8);

    /// <summary>Whether it leaves something in memory that may be different each time.</summary>
    public static bool Changes(Code code) => code is Code.Stfld or Code.Stsfld || (code != Code.Initobj && IsStore(code));

    public static TypeReference Type(Code code, TypeSystem types) => code switch
    {
        Code.Ldelem_I1 or Code.Stelem_I1 or Code.Ldind_I1 or Code.Stind_I1 => types.SByte,
        Code.Ldelem_U1 or Code.Ldind_U1 => types.Byte,
        Code.Ldelem_I2 or Code.Stelem_I2 or Code.Ldind_I2 or Code.Stind_I2 => types.Int16,
        Code.Ldelem_U2 or Code.Ldind_U2 => types.UInt16,
        Code.Ldelem_I4 or Code.Stelem_I4 or Code.Ldind_I4 or Code.Stind_I4 => types.Int32,
        Code.Ldelem_U4 or Code.Ldind_U4 => types.UInt32,
        Code.Ldelem_I8 or Code.Stelem_I8 or Code.Ldind_I8 or Code.Stind_I8 => types.Int64,
        Code.Ldelem_R4 or Code.Stelem_R4 or Code.Ldind_R4 or Code.Stind_R4 => types.Single,
        Code.Ldelem_R8 or Code.Stelem_R8 or Code.Ldind_R8 or Code.Stind_R8 => types.Double,
        Code.Ldelem_I or Code.Stelem_I or Code.Ldind_I or Code.Stind_I => types.IntPtr,
        _ => types.Object,
    };
}
