from django.utils.translation import gettext_lazy as _

from tkanka.rules.membership import Contribution

VERBS = {
    "channel.set": _("wskazano inny kanał rozmów grupy albo z niego zrezygnowano"),
    "person.left_discussions": _("z dyskusji zniknęło, kto pisał wpisy usuniętego konta"),
    "post.corrected": _("poprawiono wpis w dyskusji"),
    "post.held": _("wstrzymano wpis w dyskusji"),
    "post.mailed": _("napisano w dyskusji, odpowiadając e-mailem"),
    "post.released": _("dopuszczono wpis w dyskusji"),
    "post.removed": _("usunięto wpis w dyskusji"),
    "post.reported": _("zgłoszono wpis osobom prowadzącym dyskusję"),
    "post.restored": _("przywrócono wpis w dyskusji"),
    "post.written": _("napisano w dyskusji"),
    "reader.designated": _("organizacja wskazała osobę do forum dyskusyjnego"),
    "reader.designation_ended": _("odebrano dostęp do forum dyskusyjnego"),
    "reports.dismissed": _("uznano zgłoszony wpis za dopuszczalny (zgłoszenia: %(reports)s)"),
    "thread.closed": _("zamknięto wątek dyskusji"),
    "thread.opened": _("założono wątek dyskusji"),
    "thread.pinned": _("przypięto wątek dyskusji"),
    "thread.reopened": _("otwarto ponownie wątek dyskusji"),
    "thread.unpinned": _("odpięto wątek dyskusji"),
}

CONTRIBUTIONS = {"post.mailed": Contribution.EMAIL, "post.written": Contribution.WEBSITE}
