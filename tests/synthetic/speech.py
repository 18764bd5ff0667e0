"""What stands in a source's text: sentences without sense in five languages, and how they are reported."""

from dataclasses import dataclass
from functools import cached_property
from random import Random

from tests.synthetic.names import Language


@dataclass(frozen=True)
class Tongue:
    """A language: its vocabulary, what stands between words, and its sentences of reporting.

    `direct` and `two_parts` quote, `reported` does not; `happened` and `counted` are the article's own words.
    """

    vocabulary: str
    direct: str
    two_parts: str
    reported: str
    happened: str
    counted: str
    space: str = " "

    @cached_property
    def words(self) -> list[str]:
        """The vocabulary, word by word."""
        return self.vocabulary.split()


TONGUES: dict[Language, Tongue] = {
    "en": Tongue(
        "council bridge water grain road convoy border office harbour report agreement village letter "
        "market column river the a of and that no every before after because reached crossed closed "
        "opened showed asked found kept under near without again slowly jointly",
        direct="“{words},” {who} said on {day}.",
        two_parts="“{first},” {who} said on {day}. “{last}.”",
        reported="{who} said that {words}.",
        happened="In {place}, {body} carried out what was planned: {words}.",
        counted="{number} people of {body} were counted, {words}.",
    ),
    "ar": Tongue(
        "المجلس الجسر الماء القمح الطريق القافلة الحدود المكتب الميناء التقرير الاتفاق القرية الرسالة "
        "السوق النهر على إلى من بعد قبل لأن وصلت عبرت أغلقت فتحت أظهرت طلبت وجدت تحت قرب دون ببطء معا "
        "جديد قديم كبير صغير",
        direct="وقال {who}: «{words}».",
        two_parts="وقال {who}: «{first}»، وأضاف: «{last}».",
        reported="وقال {who} إن {words}.",
        happened="في {place} نفذت {body} ما كان مقررا: {words}.",
        counted="أحصي {number} من {body}، {words}.",
    ),
    "ckb": Tongue(
        "ئەنجوومەن پرد ئاو گەنم ڕێگا کاروان سنوور نووسینگە بەندەر ڕاپۆرت ڕێککەوتن گوند نامە بازاڕ "
        "ڕووبار لە بۆ پێش دوای چونکە گەیشت پەڕییەوە داخرا کرایەوە دەرکەوت داوای دۆزییەوە ژێر نزیک بێ "
        "هێواش پێکەوە نوێ کۆن گەورە",
        direct="{who} گوتی: «{words}».",
        two_parts="{who} گوتی: «{first}»، هەروەها گوتی: «{last}».",
        reported="{who} گوتی کە {words}.",
        happened="لە {place} {body} ئەوەی دیاریکرابوو جێبەجێی کرد: {words}.",
        counted="{number} کەس لە {body} ژمێردران، {words}.",
    ),
    "ru": Tongue(
        "совет мост вода зерно дорога колонна граница офис гавань отчёт соглашение деревня письмо "
        "рынок река на к из после до потому достигла пересекла закрыла открыла показала попросила "
        "нашла под около без снова медленно вместе новый старый",
        direct="«{words}», — сообщает {who}.",
        two_parts="«{first}», — сообщает {who}. «{last}».",
        reported="{who} сообщает, что {words}.",
        happened="В месте {place} {body} выполняет задуманное: {words}.",
        counted="Насчитано {number} человек, {body}: {words}.",
    ),
    "zh": Tongue(
        "委员会 桥梁 水源 粮食 道路 车队 边境 办公室 港口 报告 协议 村庄 信件 市场 河流 之前 之后 "
        "因为 到达 穿过 关闭 开放 显示 要求 发现 附近 没有 再次 缓慢 共同 新的 旧的 巨大 微小",
        direct="{who}说：“{words}。”",
        two_parts="{who}说：“{first}。”又说：“{last}。”",
        reported="{who}表示{words}。",
        happened="在{place}，{body}按计划行动：{words}。",
        counted="{body}共有{number}人：{words}。",
        space="",
    ),
}


def sentence(random: Random, language: Language, length: int) -> tuple[str, ...]:
    """Draw the words of a sentence; some bear a number, so that no two sentences have long runs in common."""
    words = random.choices(TONGUES[language].words, k=length)
    if TONGUES[language].space:
        words = [f"{word}{random.randrange(1000)}" if at % 4 == 3 else word for at, word in enumerate(words)]
    return tuple(words)


def written(words: tuple[str, ...], language: Language) -> str:
    """Write words after one another, as the language does."""
    return TONGUES[language].space.join(words)
