using DefenseZone.Geo.Model;
using DefenseZone.Geo.Rendering;

namespace DefenseZone.Geo.Viewer.Texts;

/// <summary>The names of the model's kinds, statuses, levels and properties for people.</summary>
public static class ModelWords
{
    /// <summary>The texts of a language.</summary>
    public static ViewerTexts Texts(this Language language) =>
        language == Language.Vietnamese ? ViewerTexts.Vietnamese : ViewerTexts.English;

    /// <summary>A kind of facility, in the plural.</summary>
    public static string Name(this FacilityKind kind, Language language) => kind switch
    {
        FacilityKind.MilitiaPost => Either(language, "Militia posts", "Chốt dân quân"),
        FacilityKind.CombatBase => Either(language, "Combat bases", "Căn cứ chiến đấu"),
        FacilityKind.CommandPost => Either(language, "Command posts", "Sở chỉ huy"),
        FacilityKind.BorderGate => Either(language, "Border gates", "Cửa khẩu"),
        FacilityKind.LogisticsBase => Either(language, "Logistics bases", "Căn cứ hậu cần"),
        FacilityKind.RearBase => Either(language, "Rear bases", "Căn cứ hậu phương"),
        FacilityKind.EvacuationArea => Either(language, "Evacuation areas", "Khu sơ tán"),
        _ => Either(language, "Training grounds", "Thao trường"),
    };

    /// <summary>A status.</summary>
    public static string Name(this LifecycleStatus status, Language language) => status switch
    {
        LifecycleStatus.Existing => Either(language, "existing", "hiện có"),
        LifecycleStatus.UnderConstruction => Either(language, "under construction", "đang xây dựng"),
        LifecycleStatus.Planned => Either(language, "planned", "quy hoạch"),
        _ => Either(language, "retired", "ngừng dùng"),
    };

    /// <summary>A level of zones, in the singular.</summary>
    public static string Name(this ZoneLevel level, Language language) => level switch
    {
        ZoneLevel.MilitaryRegion => Either(language, "Military region", "Quân khu"),
        ZoneLevel.Province => Either(language, "Province", "Tỉnh"),
        ZoneLevel.DefenceArea => Either(language, "Defence area", "Khu vực phòng thủ"),
        _ => Either(language, "Commune", "Xã"),
    };

    /// <summary>A level of zones, in the plural.</summary>
    public static string PluralName(this ZoneLevel level, Language language) => level switch
    {
        ZoneLevel.MilitaryRegion => Either(language, "Military regions", "Quân khu"),
        ZoneLevel.Province => Either(language, "Provinces", "Tỉnh"),
        ZoneLevel.DefenceArea => Either(language, "Defence areas", "Khu vực phòng thủ"),
        _ => Either(language, "Communes", "Xã"),
    };

    /// <summary>A layer of a plan; its own name where the format does not know it.</summary>
    public static string LayerName(string layer, Language language)
    {
        ViewerTexts texts = language.Texts();
        return layer switch
        {
            _ when Vocabulary.FacilityLayers.TryParse(layer, out FacilityKind kind) => kind.Name(language),
            Vocabulary.BorderSegments => texts.BorderSegments,
            Vocabulary.DefensiveZones => texts.Zones,
            Vocabulary.PatrolRoads => texts.Roads,
            Vocabulary.CandidateSites => texts.CandidateSites,
            Vocabulary.HazardAreas => texts.HazardAreas,
            Vocabulary.Projects => texts.Projects,
            _ => layer,
        };
    }

    /// <summary>A property of the plan format; its own name where the format does not know it.</summary>
    public static string PropertyName(string property, Language language) => property switch
    {
        PropertyNames.Name => Either(language, "Name", "Tên"),
        PropertyNames.Neighbour => Either(language, "Neighbour", "Nước láng giềng"),
        PropertyNames.Sequence => Either(language, "Sequence", "Thứ tự"),
        PropertyNames.Level => Either(language, "Level", "Cấp"),
        PropertyNames.Parent => Either(language, "Part of", "Thuộc"),
        PropertyNames.CoverageRadiusMetres => Either(language, "Coverage radius, m", "Bán kính bao phủ, m"),
        PropertyNames.ObserverHeightMetres => Either(language, "Observer height, m", "Chiều cao quan sát, m"),
        PropertyNames.Status => Either(language, "Status", "Tình trạng"),
        PropertyNames.InServiceFrom => Either(language, "In service from", "Hoạt động từ"),
        PropertyNames.InServiceTo => Either(language, "In service to", "Hoạt động đến"),
        PropertyNames.Zone => Either(language, "Zone", "Khu vực"),
        PropertyNames.Cost => Either(language, "Cost", "Chi phí"),
        PropertyNames.Class => Either(language, "Class", "Hạng"),
        PropertyNames.Surface => Either(language, "Surface", "Mặt đường"),
        PropertyNames.WidthMetres => Either(language, "Width, m", "Bề rộng, m"),
        PropertyNames.SpeedKmh => Either(language, "Speed, km/h", "Tốc độ, km/h"),
        PropertyNames.OneWay => Either(language, "One way", "Một chiều"),
        PropertyNames.Kind => Either(language, "Kind", "Loại"),
        PropertyNames.Season => Either(language, "Season", "Mùa"),
        "invented" => Either(language, "Invented", "Giả định"),
        "province" => Either(language, "Province", "Tỉnh"),
        "capacityPeople" => Either(language, "Capacity, people", "Sức chứa, người"),
        _ => property,
    };

    private static string Either(Language language, string english, string vietnamese) =>
        language == Language.Vietnamese ? vietnamese : english;
}
