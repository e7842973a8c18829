namespace DefenseZone.Geo.Viewer.Texts;

/// <content>In Vietnamese.</content>
public sealed partial record TerrainTexts
{
    /// <summary>In Vietnamese.</summary>
    public static TerrainTexts Vietnamese { get; } = new()
    {
        Sight = "Tầm nhìn",
        Range = "Tầm quan sát",
        EyeHeight = "Độ cao mắt, m",
        TargetHeight = "Độ cao mục tiêu, m",
        OwnEye = "riêng",
        HowSight = "Đường ngắm chính xác trên địa hình, tính độ cong Trái Đất và khúc xạ",
        HowOwnRange = "trong bán kính riêng từng cơ sở",
        HowRange = "trong tầm {0}",
        HowOwnEye = "mắt ở độ cao riêng từng cơ sở, hoặc 5 m",
        HowEye = "mắt cao {0} so với mặt đất",
        HowTarget = "mục tiêu cao {0}",
    };
}
