from django.urls import path

from .views import approving, minutes, papers, remarks, tasks, writing

app_name = "minutes"
urlpatterns = [
    path("minutes/", minutes.all_minutes, name="all"),
    path("minutes/<uuid:minutes>/", minutes.minutes, name="minutes"),
    path("minutes/<uuid:minutes>/versions/", minutes.versions, name="versions"),
    path("minutes/<uuid:minutes>/note-taker/", minutes.note_taker, name="note-taker"),
    path("meetings/<uuid:meeting>/minutes/open/", minutes.open_minutes, name="open"),
    path("minutes/<uuid:minutes>/sections/<uuid:section>/", writing.write, name="write"),
    path("minutes/<uuid:minutes>/sections/<uuid:section>/save/", writing.save, name="save"),
    path("minutes/<uuid:minutes>/sections/<uuid:section>/correct/", approving.correct, name="correct"),
    path("minutes/<uuid:minutes>/sections/<uuid:section>/remark/", remarks.remark, name="remark"),
    path("minutes/<uuid:minutes>/remarks/<uuid:remark>/", remarks.answer, name="answer"),
    path("minutes/<uuid:minutes>/send-out/", approving.send_out, name="send-out"),
    path("minutes/<uuid:minutes>/approve/", approving.approve, name="approve"),
    path("minutes/<uuid:minutes>/decisions/new/", writing.decide, name="decide"),
    path("minutes/<uuid:minutes>/decisions/<uuid:decision>/drop/", writing.drop_decision, name="drop-decision"),
    path("minutes/<uuid:minutes>/tasks/new/", tasks.give, name="give-task"),
    path("minutes/<uuid:minutes>/minutes.pdf", papers.minutes_pdf, name="pdf"),
    path("minutes/<uuid:minutes>/attendance.pdf", papers.attendance_pdf, name="attendance-pdf"),
    path("minutes/<uuid:minutes>/print/", papers.printed, name="print"),
    path("tasks/", tasks.tasks, name="tasks"),
    path("tasks.csv", tasks.tasks_csv, name="tasks-csv"),
    path("tasks/<uuid:task>/", tasks.task, name="task"),
    path("tasks/<uuid:task>/step/", tasks.step, name="task-step"),
    path("tasks/<uuid:task>/hand-on/", tasks.hand_on, name="hand-on"),
]
