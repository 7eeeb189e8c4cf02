package io.github.espial.mcp.tool;

import io.github.espial.mcp.answer.Answer;
import io.github.espial.mcp.answer.Arguments;
import io.github.espial.mcp.answer.RefusedException;
import io.github.espial.store.ReadProgress;

/** One thing that can be asked. What it is for and which arguments it takes stands in the resource of its name. */
public interface Tool {
    String name();

    /**
     * Answers a call.
     *
     * @param progress told how far captures are read
     * @throws RefusedException where it cannot be answered; the message says why
     */
    Answer answer(Arguments arguments, ReadProgress progress) throws RefusedException, InterruptedException;
}
