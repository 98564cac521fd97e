"""Figures for Prometheus: ours alone, by names of ours."""

from prometheus_client.parser import text_string_to_metric_families

from bot.metrics import Metrics


def value(metrics: Metrics, name: str, **labels: str) -> float:
    for family in text_string_to_metric_families(metrics.text().decode()):
        for sample in family.samples:
            if sample.name == name and sample.labels == labels:
                return sample.value
    raise AssertionError(f"there is no {name} {labels}")


def test_two_programs_in_one_process_share_no_figure() -> None:
    ours, others = Metrics(), Metrics()
    ours.duplicates.labels("telegram").inc()
    others.duplicates.labels("telegram").inc(0)
    assert value(ours, "tidings_duplicates_total", channel="telegram") == 1
    assert value(others, "tidings_duplicates_total", channel="telegram") == 0


def test_the_process_itself_is_measured() -> None:
    assert value(Metrics(), "process_resident_memory_bytes") > 1_000_000
    assert value(Metrics(), "process_open_fds") > 2


def test_an_error_is_counted_by_its_name_and_never_by_somebody_elses_words() -> None:
    metrics = Metrics()
    for event in ("front.turn_failed", "My name is Ana", "a\nb.c", "x." + "y" * 99):
        metrics.error(event)
    assert value(metrics, "tidings_errors_total", event="front.turn_failed") == 1
    assert value(metrics, "tidings_errors_total", event="other") == 3
