namespace TextRepair.Cleaning;

/// <summary>Characters that look like a Han character and are another code point, as some fonts make PDF files yield them.</summary>
/// <remarks>
/// The runtime's own normalisation is no way here: with invariant globalization it leaves text as it is, and it would turn
/// full-width punctuation too. The tables are the Unicode Character Database's, version 14.0:
/// NFKC of the Kangxi radicals, Equivalent_Unified_Ideograph of the radicals supplement, NFC of
/// the compatibility ideographs. A character that has no ordinary form stands for itself.
/// </remarks>
internal static class CompatibilityForms
{
    private const char FirstSupplement = '\u2e80', FirstKangxi = '\u2f00', FirstCompatibility = '\uf900';

    private const string Supplement =
        "\u2e80厂乛乚乙亻冂\u2e87刀刂卜\u2e8b小小兀尣尢\u2e91巳幺彑彐忄心扌攵\u2e9a旡日月歺母民氵氺灬爫爫丬牛犭王\u2eaa目示礻\u2eae糹纟罓罒\u2eb3冗\u2eb5羊\u2eb7\u2eb8耂肀聿" +
        "肉\u2ebd艹艹艹虎衤覀西见角\u2ec7讠贝\u2eca车辶辶辶邑钅長镸长门\u2ed5阝雨青韦页风飞食\u2ede飠饣\u2ee1马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟";

    private const string Kangxi =
        "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳" +
        "心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸" +
        "缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音" +
        "頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

    private const string Compatibility =
        "豈更車賈滑串句龜龜契金喇奈懶癩羅蘿螺裸邏樂洛烙珞落酪駱亂卵欄爛蘭鸞嵐濫藍襤拉臘蠟廊朗浪狼郎來冷勞擄櫓爐盧老蘆虜路露魯鷺碌" +
        "祿綠菉錄鹿論壟弄籠聾牢磊賂雷壘屢樓淚漏累縷陋勒肋凜凌稜綾菱陵讀拏樂諾丹寧怒率異北磻便復不泌數索參塞省葉說殺辰沈拾若掠略亮" +
        "兩凉梁糧良諒量勵呂女廬旅濾礪閭驪麗黎力曆歷轢年憐戀撚漣煉璉秊練聯輦蓮連鍊列劣咽烈裂說廉念捻殮簾獵令囹寧嶺怜玲瑩羚聆鈴零靈" +
        "領例禮醴隸惡了僚寮尿料樂燎療蓼遼龍暈阮劉杻柳流溜琉留硫紐類六戮陸倫崙淪輪律慄栗率隆利吏履易李梨泥理痢罹裏裡里離匿溺吝燐璘" +
        "藺隣鱗麟林淋臨立笠粒狀炙識什茶刺切度拓糖宅洞暴輻行降見廓兀嗀\ufa0e\ufa0f塚\ufa11晴\ufa13\ufa14凞猪益礼神祥福靖精羽\ufa1f蘒\ufa21諸\ufa23\ufa24逸都\ufa27\ufa28\ufa29飯飼" +
        "館鶴郞隷侮僧免勉勤卑喝嘆器塀墨層屮悔慨憎懲敏既暑梅海渚漢煮爫琢碑社祉祈祐祖祝禍禎穀突節練縉繁署者臭艹艹著褐視謁謹賓贈辶逸" +
        "難響頻恵\ufa6c舘\ufa6e\ufa6f並况全侀充冀勇勺喝啕喙嗢塚墳奄奔婢嬨廒廙彩徭惘慎愈憎慠懲戴揄搜摒敖晴朗望杖歹殺流滛滋漢瀞煮瞧爵犯猪瑱甆画" +
        "瘝瘟益盛直睊着磌窱節类絛練缾者荒華蝹襁覆視調諸請謁諾諭謹變贈輸遲醙鉶陼難靖韛響頋頻鬒龜\ufacf\ufad0\ufad1㮝䀘䀹\ufad5\ufad6\ufad7齃龎";

    /// <summary>Gets the ordinary form of a character.</summary>
    /// <returns>The character itself where it is ordinary.</returns>
    public static char Ordinary(char c) =>
        Lookup(Kangxi, c - FirstKangxi) ?? Lookup(Supplement, c - FirstSupplement) ?? Lookup(Compatibility, c - FirstCompatibility) ?? c;

    private static char? Lookup(string table, int index) => (uint)index < (uint)table.Length ? table[index] : null;
}
