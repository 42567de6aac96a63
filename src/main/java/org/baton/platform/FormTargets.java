package org.baton.platform;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.baton.protocol.FormContract;
import org.baton.protocol.FormShow;
import org.baton.protocol.FormTarget;
import org.baton.protocol.FormTarget.Turn;
import org.baton.protocol.FurtherAnswers;
import org.baton.protocol.SaidReader;
import org.baton.protocol.ShownRows;
import org.baton.protocol.Shows;
import org.baton.protocol.Submission;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Hands each answer of a form to what keeps it, and asks what a form shows, by the exact path. */
@Component
class FormTargets {

  private final FormContract contract;
  /** Made when the first form comes: what keeps and shows is made after this. */
  private final Supplier<Map<Class<?>, FormTarget<?>>> targets;
  private final Supplier<Map<String, FormShow<?>>> shows;
  private final ObjectProvider<FurtherAnswers> further;

  FormTargets(FormContract contract, ObjectProvider<FormTarget<?>> targets, ObjectProvider<FormShow<?>> shows, ObjectProvider<FurtherAnswers> further) {
    this.contract = contract;
    this.targets = SingletonSupplier.of(() -> targets.stream().collect(Collectors.toMap(AopUtils::getTargetClass, target -> target)));
    this.shows = SingletonSupplier.of(() -> shows.stream().collect(Collectors.toMap(show -> AopUtils.getTargetClass(show).getAnnotation(Shows.class).value(), show -> show)));
    this.further = further;
  }

  /**
   * Keeps what one form says.
   *
   * @param byTarget answers by their targets
   * @param byKey answers whose target is {@code answer}
   * @return engine facts that follow
   */
  Map<String, Object> keep(Submission submission, Map<String, Object> byTarget, Map<String, Object> byKey) {
    var said = new LinkedHashMap<FormTarget<?>, Map<String, Object>>();
    byTarget.forEach((target, answer) -> said.computeIfAbsent(target(target), kept -> new LinkedHashMap<>()).put(target, answer));
    var facts = new HashMap<String, Object>();
    said.entrySet().removeIf(one -> saysNothing(one.getValue()));
    var kept = said.keySet().stream().sorted(Comparator.comparing(FormTarget::turn)).toList();
    for (var turn : Turn.values()) {
      if (turn == Turn.ANSWERS && !byKey.isEmpty()) {
        further.getObject().keep(known(submission, facts), byKey);
      }
      kept.stream().filter(target -> target.turn() == turn).forEach(target -> facts.putAll(keep(target, known(submission, facts), said.get(target))));
    }
    return facts;
  }

  /** A form may leave all of a thing blank, and only send its empty rows; rows that stand alone say that there are none. */
  private boolean saysNothing(Map<String, Object> answers) {
    return answers.values().stream().noneMatch(SaidReader::says) && !contract.missing(answers.keySet()).isEmpty();
  }

  private static <A extends Record> Map<String, Object> keep(FormTarget<A> target, Submission submission, Map<String, Object> answers) {
    @SuppressWarnings("unchecked")
    var record = (Class<A>) FormContract.said(AopUtils.getTargetClass(target));
    return target.keep(submission, SaidReader.read(record, answers));
  }

  private static Submission known(Submission submission, Map<String, Object> facts) {
    var known = new HashMap<>(submission.facts());
    known.putAll(facts);
    return new Submission(submission.authority(), submission.deploymentId(), submission.processKey(), submission.form(), known, submission.user(), submission.targets());
  }

  /** As variables of a task take it; empty if there is nothing to show, as where a form of an older pack asks for what is shown no more. */
  Optional<Object> show(Submission submission, String path) {
    return contract.shown(path).flatMap(declared -> show(submission, path, declared));
  }

  private Optional<Object> show(Submission submission, String path, FormContract.Shown declared) {
    var word = declared.path().endsWith("*") ? path.substring(declared.path().length() - 1) : "";
    return Optional.ofNullable(shows.get().get(declared.path())).orElseThrow(() -> undeclared(path)).show(submission, word).map(ShownRows::plain);
  }

  private FormTarget<?> target(String path) {
    return contract.thing(path).<FormTarget<?>>map(thing -> targets.get().get(thing.kept())).orElseThrow(() -> undeclared(path));
  }

  private static IllegalStateException undeclared(String path) {
    return new IllegalStateException("Nothing keeps or shows '" + path + "'; expected a target or path of the contract");
  }
}
