from django.urls import URLPattern, URLResolver, include, path

from .views import access, letters, moderation, posts, spaces, threads

app_name = "discussions"
pages: list[URLPattern | URLResolver] = [
    path("", spaces.spaces, name="spaces"),
    path("forum/", spaces.space, name="forum"),
    path("forum/new/", threads.new, name="new-in-forum"),
    path("forum/watch/", spaces.watch, name="watch-forum"),
    path("forum/names/", spaces.names, name="names-in-forum"),
    path("forum/access/", access.mine, name="access"),
    path("forum/access/<uuid:organisation>/", access.designated, name="designated"),
    path("forum/access/end/<uuid:designation>/", access.end, name="end-designation"),
    path("bodies/<uuid:body>/", spaces.space, name="body"),
    path("bodies/<uuid:body>/new/", threads.new, name="new-in-body"),
    path("bodies/<uuid:body>/watch/", spaces.watch, name="watch-body"),
    path("bodies/<uuid:body>/names/", spaces.names, name="names-in-body"),
    path("bodies/<uuid:body>/channel/", spaces.channel, name="channel"),
    path("threads/<uuid:thread>/", threads.thread, name="thread"),
    path("threads/<uuid:thread>/watch/", threads.watch, name="watch-thread"),
    path("threads/<uuid:thread>/steer/", moderation.steer, name="steer"),
    path("posts/<uuid:post>/", posts.post, name="post"),
    path("posts/<uuid:post>/edit/", posts.edit, name="edit"),
    path("posts/<uuid:post>/before/", posts.versions, name="versions"),
    path("posts/<uuid:post>/report/", posts.report, name="report"),
    path("posts/<uuid:post>/decide/", moderation.decide, name="decide"),
    path("files/<uuid:file>/", posts.file, name="file"),
    path("moderation/", moderation.waiting, name="moderation"),
]
urlpatterns: list[URLPattern | URLResolver] = [
    path("n/<slug:network>/discussions/", include(pages)),
    path("account/discussions/", letters.letters, name="letters"),
    path("account/discussions/revoke/", letters.revoke, name="revoke-replies"),
]
