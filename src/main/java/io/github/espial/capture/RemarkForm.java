package io.github.espial.capture;

import io.github.espial.bytes.FieldReader;
import io.github.espial.bytes.FieldWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** How stands in a file what a capture says besides its frames, and what is to be said of it: list by list. */
final class RemarkForm {
    private RemarkForm() {}

    static void writeNames(List<ResolvedName> names, FieldWriter to) throws IOException {
        to.number(names.size());
        for (ResolvedName name : names) {
            AddressForm.write(name.address(), to);
            to.text(name.name());
        }
    }

    static List<ResolvedName> readNames(FieldReader from) throws IOException {
        List<ResolvedName> names = new ArrayList<>();
        for (int left = from.count(Integer.MAX_VALUE, AddressForm.LEAST_OCTETS); left > 0; left--) {
            names.add(new ResolvedName(AddressForm.read(from), from.text()));
        }
        return names;
    }

    static void writeComments(List<CaptureComment> comments, FieldWriter to) throws IOException {
        to.number(comments.size());
        for (CaptureComment comment : comments) {
            to.number(comment.frame());
            to.text(comment.text());
        }
    }

    static List<CaptureComment> readComments(FieldReader from) throws IOException {
        List<CaptureComment> comments = new ArrayList<>();
        for (int left = from.count(Integer.MAX_VALUE, 2); left > 0; left--) {
            comments.add(new CaptureComment(from.number(Long.MAX_VALUE), from.text()));
        }
        return comments;
    }

    static void writeProblems(List<CaptureProblem> problems, FieldWriter to) throws IOException {
        to.number(problems.size());
        for (CaptureProblem problem : problems) {
            write(problem, to);
        }
    }

    static List<CaptureProblem> readProblems(FieldReader from) throws IOException {
        List<CaptureProblem> problems = new ArrayList<>();
        for (int left = from.count(Integer.MAX_VALUE, 2); left > 0; left--) {
            problems.add(readProblem(from));
        }
        return problems;
    }

    static void write(CaptureProblem problem, FieldWriter to) throws IOException {
        to.number(problem.offset());
        to.someNumber(problem.frame());
        to.text(problem.text());
    }

    static CaptureProblem readProblem(FieldReader from) throws IOException {
        return new CaptureProblem(from.number(Long.MAX_VALUE), from.someNumber(), from.text());
    }
}
